# The optimizers: their arguments, and which parameters a step changes. The numbers of a step need
# those of gradients, which are not computed yet, so that parameters are unknown after one.
# https://pytorch.org/docs/stable/optim.html#algorithms

import torch
from torch.optim.optimizer import Optimizer, required

_is_new = torch.__version__ >= '2'
_unknown_state = torch._C._unknown('the state of optimizers is not supported yet')


class _Stepping(Optimizer):
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for when, hook in list(self._hooks.values()):
            if when == 'pre':
                hook(self, (closure,), {})
        for group in self.param_groups:
            for param in group['params']:
                if param.grad is not None:
                    torch._C._forget_numbers(param, 'the numbers of gradients')
                    self.state = _unknown_state
        for when, hook in list(self._hooks.values()):
            if when == 'post':
                hook(self, (closure,), {})
        return loss


def _check(condition, message):
    if not condition:
        raise ValueError(message)


def _check_common(lr, eps=0.0, weight_decay=0.0):
    _check(lr >= 0.0, f'Invalid learning rate: {lr}')
    _check(eps >= 0.0, f'Invalid epsilon value: {eps}')
    _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')


def _check_betas(betas):
    for i, beta in enumerate(betas):
        _check(0.0 <= beta < 1.0, f'Invalid beta parameter at index {i}: {beta}')


class SGD(_Stepping):
    def __init__(
        self, params, lr=1e-3 if _is_new else required, momentum=0, dampening=0, weight_decay=0,
        nesterov=False, *, maximize=False, foreach=None, differentiable=False, fused=None,
    ):
        if lr is not required:
            _check(lr >= 0.0, f'Invalid learning rate: {lr}')
        _check(momentum >= 0.0, f'Invalid momentum value: {momentum}')
        _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')
        defaults = dict(
            lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay,
            nesterov=nesterov, maximize=maximize, foreach=foreach, differentiable=differentiable,
        )
        if _is_new:
            defaults['fused'] = fused
        _check(
            not (nesterov and (momentum <= 0 or dampening != 0)),
            'Nesterov momentum requires a momentum and zero dampening',
        )
        super().__init__(params, defaults)


class Adam(_Stepping):
    def __init__(
        self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, *,
        foreach=None, maximize=False, capturable=False, differentiable=False,
        fused=None if _is_new else False,
    ):
        _check_common(lr, eps)
        _check_betas(betas)
        _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad,
            maximize=maximize, foreach=foreach, capturable=capturable,
            differentiable=differentiable, fused=fused,
        ))


class AdamW(_Stepping):
    def __init__(
        self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, *,
        maximize=False, foreach=None, capturable=False, differentiable=False, fused=None,
    ):
        _check_common(lr, eps)
        _check_betas(betas)
        _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')
        defaults = dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad,
            foreach=foreach, maximize=maximize, capturable=capturable,
        )
        if _is_new:
            defaults.update(differentiable=differentiable, fused=fused)
        super().__init__(params, defaults)


class Adamax(_Stepping):
    def __init__(
        self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None, *,
        maximize=False, differentiable=False, capturable=False,
    ):
        _check_common(lr, eps)
        _check_betas(betas)
        _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, foreach=foreach, maximize=maximize,
        ))


class NAdam(_Stepping):
    def __init__(
        self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3,
        decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False,
        differentiable=False,
    ):
        _check_common(lr, eps)
        _check_betas(betas)
        _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')
        _check(momentum_decay >= 0.0, f'Invalid momentum_decay value: {momentum_decay}')
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay,
            foreach=foreach,
        ))


class RAdam(_Stepping):
    def __init__(
        self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0,
        decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False,
        differentiable=False,
    ):
        _check_common(lr, eps)
        _check_betas(betas)
        _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')
        super().__init__(params, dict(
            lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, foreach=foreach,
        ))


class RMSprop(_Stepping):
    def __init__(
        self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False,
        capturable=False, foreach=None, maximize=False, differentiable=False,
    ):
        _check_common(lr, eps)
        _check(momentum >= 0.0, f'Invalid momentum value: {momentum}')
        _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')
        _check(alpha >= 0.0, f'Invalid alpha value: {alpha}')
        super().__init__(params, dict(
            lr=lr, momentum=momentum, alpha=alpha, eps=eps, centered=centered,
            weight_decay=weight_decay, foreach=foreach, maximize=maximize,
            differentiable=differentiable,
        ))


class Adagrad(_Stepping):
    def __init__(
        self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10,
        foreach=None, *, maximize=False, differentiable=False, fused=None,
    ):
        _check(lr >= 0.0, f'Invalid learning rate: {lr}')
        _check(lr_decay >= 0.0, f'Invalid lr_decay value: {lr_decay}')
        _check(weight_decay >= 0.0, f'Invalid weight_decay value: {weight_decay}')
        _check(
            initial_accumulator_value >= 0.0,
            f'Invalid initial_accumulator_value value: {initial_accumulator_value}',
        )
        _check(eps >= 0.0, f'Invalid epsilon value: {eps}')
        super().__init__(params, dict(
            lr=lr, lr_decay=lr_decay, eps=eps, weight_decay=weight_decay,
            initial_accumulator_value=initial_accumulator_value, foreach=foreach, maximize=maximize,
        ))
        self.state = _unknown_state


class Adadelta(_Stepping):
    def __init__(
        self, params, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0, foreach=None, *, capturable=False,
        maximize=False, differentiable=False,
    ):
        _check(lr >= 0.0, f'Invalid learning rate: {lr}')
        _check(0.0 <= rho <= 1.0, f'Invalid rho value: {rho}')
        _check_common(lr, eps, weight_decay)
        super().__init__(params, dict(
            lr=lr, rho=rho, eps=eps, weight_decay=weight_decay, maximize=maximize, foreach=foreach,
        ))


class ASGD(_Stepping):
    def __init__(
        self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None,
        maximize=False, differentiable=False, capturable=False,
    ):
        _check_common(lr, weight_decay=weight_decay)
        super().__init__(params, dict(
            lr=lr, lambd=lambd, alpha=alpha, t0=t0, weight_decay=weight_decay, foreach=foreach,
            maximize=maximize,
        ))


class Rprop(_Stepping):
    def __init__(
        self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), *, capturable=False,
        foreach=None, maximize=False, differentiable=False,
    ):
        _check(lr >= 0.0, f'Invalid learning rate: {lr}')
        _check(0.0 < etas[0] < 1.0 < etas[1], f'Invalid eta values: {etas[0]}, {etas[1]}')
        super().__init__(params, dict(
            lr=lr, etas=etas, step_sizes=step_sizes, foreach=foreach, maximize=maximize,
        ))


class SparseAdam(_Stepping):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, maximize=False):
        _check(lr > 0.0, f'Invalid learning rate: {lr}')
        _check(eps > 0.0, f'Invalid epsilon value: {eps}')
        _check_betas(betas)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, maximize=maximize))


class LBFGS(_Stepping):
    def __init__(
        self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7, tolerance_change=1e-9,
        history_size=100, line_search_fn=None,
    ):
        if max_eval is None:
            max_eval = max_iter * 5 // 4
        super().__init__(params, dict(
            lr=lr, max_iter=max_iter, max_eval=max_eval, tolerance_grad=tolerance_grad,
            tolerance_change=tolerance_change, history_size=history_size,
            line_search_fn=line_search_fn,
        ))
        _check(
            len(self.param_groups) == 1,
            "LBFGS doesn't support per-parameter options (parameter groups)",
        )

    def step(self, closure):
        return super().step(closure)
