# Other ways to make tensors: https://pytorch.org/docs/stable/torch.html#creation-ops

import warnings

import torch


def range(start=0, end=None, step=1, *, out=None, dtype=None, layout=torch.strided, device=None,
          requires_grad=False):
    if end is None:
        raise TypeError('range() missing 1 required positional arguments: "end"')
    warnings.warn(
        'torch.range is deprecated and will be removed in a future release because its behavior '
        "is inconsistent with Python's range builtin. Instead, use torch.arange, which produces "
        'values in [start, end).'
    )
    if step == 0:
        raise RuntimeError('step must be nonzero')
    if (end - start) * step < 0:
        raise RuntimeError('upper bound and larger bound inconsistent with step sign')
    count = int((end - start) / step) + 1
    dtype = torch.get_default_dtype() if dtype is None else dtype
    made = torch.arange(count, dtype=torch.float64) * step + start
    return made.to(dtype).requires_grad_(requires_grad)


def scalar_tensor(s, *, dtype=None, layout=None, device=None, pin_memory=False,
                  requires_grad=False):
    dtype = torch.get_default_dtype() if dtype is None else dtype
    return torch.full((), s, dtype=dtype, requires_grad=requires_grad)


def asarray(obj, *, dtype=None, device=None, copy=None, requires_grad=False):
    made = obj if isinstance(obj, torch.Tensor) else torch.as_tensor(obj)
    if dtype is not None and made.dtype != dtype:
        made = made.to(dtype)
    elif copy:
        made = made.clone()
    if requires_grad:
        return made.detach().requires_grad_()
    return made.detach() if made.requires_grad else made
