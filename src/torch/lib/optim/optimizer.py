# Parameter groups and what all optimizers have in common.
# https://pytorch.org/docs/stable/optim.html#base-class

from collections import OrderedDict, defaultdict
from copy import deepcopy
from itertools import chain

import torch

__all__ = ['Optimizer', 'required']


class _Required:
    def __repr__(self):
        return '<required parameter>'


required = _Required()


class Optimizer:
    def __init__(self, params, defaults):
        self.defaults = defaults
        self._hooks = OrderedDict()
        if isinstance(params, torch.Tensor):
            raise TypeError(
                'params argument given to the optimizer should be an iterable of Tensors or dicts, '
                f'but got {torch.typename(params)}'
            )
        self.state = defaultdict(dict)
        self.param_groups = []
        groups = list(params)
        if len(groups) == 0:
            raise ValueError('optimizer got an empty parameter list')
        if not isinstance(groups[0], dict):
            groups = [{'params': groups}]
        for group in groups:
            self.add_param_group(group)

    def __repr__(self):
        lines = [f'{type(self).__name__} (']
        for i, group in enumerate(self.param_groups):
            lines.append(f'Parameter Group {i}')
            lines += [f'    {key}: {group[key]}' for key in sorted(group) if key != 'params']
        return '\n'.join([*lines, ')'])

    def __getstate__(self):
        return {
            'defaults': self.defaults, 'state': self.state, 'param_groups': self.param_groups,
        }

    def __setstate__(self, state):
        self.__dict__.update(state)

    def add_param_group(self, param_group):
        if not isinstance(param_group, dict):
            raise TypeError(f'param_group must be a dict, but got {type(param_group)}')
        params = param_group['params']
        if isinstance(params, torch.Tensor):
            param_group['params'] = [params]
        elif isinstance(params, set):
            raise TypeError(
                'optimizer parameters need to be organized in ordered collections, but the ordering '
                'of tensors in sets will change between runs. Please use a list instead.'
            )
        else:
            param_group['params'] = list(params)
        for param in param_group['params']:
            if not isinstance(param, torch.Tensor):
                raise TypeError(
                    f'optimizer can only optimize Tensors, but one of the params is {torch.typename(param)}'
                )
            if not (param.is_leaf or param.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        for name, default in self.defaults.items():
            if default is required and name not in param_group:
                raise ValueError(
                    f"parameter group didn't specify a value of required optimization parameter {name}"
                )
            param_group.setdefault(name, default)
        known = {id(param) for group in self.param_groups for param in group['params']}
        if not known.isdisjoint(id(param) for param in param_group['params']):
            raise ValueError('some parameters appear in more than one parameter group')
        self.param_groups.append(param_group)

    def zero_grad(self, set_to_none=torch.__version__ >= '2'):
        for group in self.param_groups:
            for param in group['params']:
                if param.grad is None:
                    continue
                if set_to_none:
                    param.grad = None
                else:
                    param.grad.requires_grad_(False)
                    param.grad.zero_()

    def step(self, closure=None):
        raise NotImplementedError

    def register_step_pre_hook(self, hook):
        return self._hook('pre', hook)

    def register_step_post_hook(self, hook):
        return self._hook('post', hook)

    def _hook(self, when, hook):
        from torch.utils.hooks import RemovableHandle

        handle = RemovableHandle(self._hooks)
        self._hooks[handle.id] = (when, hook)
        return handle

    def state_dict(self):
        numbers = {}
        for param in chain.from_iterable(group['params'] for group in self.param_groups):
            numbers.setdefault(id(param), len(numbers))
        groups = [
            {
                **{key: value for key, value in group.items() if key != 'params'},
                'params': [numbers[id(param)] for param in group['params']],
            }
            for group in self.param_groups
        ]
        if not torch._C._is_known(self.state):
            return {'state': self.state, 'param_groups': groups}
        state = {
            numbers[id(key)] if isinstance(key, torch.Tensor) else key: value
            for key, value in self.state.items()
        }
        return {'state': state, 'param_groups': groups}

    def load_state_dict(self, state_dict):
        saved = deepcopy(state_dict)['param_groups']
        groups = self.param_groups
        if len(groups) != len(saved):
            raise ValueError('loaded state dict has a different number of parameter groups')
        if any(len(a['params']) != len(b['params']) for a, b in zip(groups, saved)):
            raise ValueError(
                "loaded state dict contains a parameter group that doesn't match the size of "
                "optimizer's group"
            )
        params = dict(zip(
            chain.from_iterable(group['params'] for group in saved),
            chain.from_iterable(group['params'] for group in groups),
        ))
        self.state = defaultdict(dict)
        if not torch._C._is_known(state_dict['state']):
            self.state = state_dict['state']
        else:
            for key, value in state_dict['state'].items():
                self.state[params.get(key, key)] = deepcopy(value)
        self.param_groups = [
            {**new, 'params': old['params']} for old, new in zip(groups, saved)
        ]
