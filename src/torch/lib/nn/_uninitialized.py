# https://pytorch.org/docs/stable/generated/torch.nn.parameter.UninitializedParameter.html

import torch
from torch.nn.parameter import Parameter

_UNREAD = (
    'Attempted to use an uninitialized parameter in {}. This error happens when you are using a '
    '`LazyModule` or explicitly manipulating `torch.nn.parameter.{}` objects. When using '
    'LazyModules Call `forward` with a dummy batch to initialize the parameters before calling '
    'torch functions'
)


class _Uninitialized:
    def materialize(self, shape, device=None, dtype=None):
        self.data = torch.empty(shape, device=device, dtype=dtype)
        self.__class__ = self.cls_to_become

    def detach(self):
        return self

    @property
    def shape(self):
        raise RuntimeError(
            "Can't access the shape of an uninitialized parameter or buffer. This error usually "
            'happens in `load_state_dict` when trying to load an uninitialized parameter into an '
            'initialized one. Call `forward` to initialize the parameters before accessing their '
            'attributes.'
        )

    def share_memory_(self):
        raise RuntimeError(
            "Can't share memory on an uninitialized parameter or buffer. Call `forward` to "
            'initialize the parameters before calling `module.share_memory()`.'
        )

    def __repr__(self):
        return f'<{type(self).__name__}>'

    def numel(self):
        raise ValueError(_UNREAD.format(torch.Tensor.numel, type(self).__name__))


class UninitializedParameter(_Uninitialized, Parameter):
    cls_to_become = Parameter

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        made = Parameter(torch.empty(0, device=device, dtype=dtype), requires_grad)
        made.__class__ = cls
        return made

    def __init__(self, requires_grad=True, device=None, dtype=None):
        pass


class UninitializedBuffer(_Uninitialized, torch.Tensor):
    cls_to_become = torch.Tensor

    def __new__(cls, requires_grad=False, device=None, dtype=None):
        made = torch.empty(0, device=device, dtype=dtype)
        made.__class__ = cls
        return made

    def __init__(self, requires_grad=False, device=None, dtype=None):
        pass


def is_lazy(param):
    return isinstance(param, _Uninitialized)
