# https://pytorch.org/docs/stable/generated/torch.nn.utils.parametrize.register_parametrization.html
# A parameter that is computed from others whenever it is read: it becomes a property of a class of
# the module's own, and what it is computed from lies in `module.parametrizations`.

import copy
from contextlib import contextmanager

import torch
from torch.nn.modules.container import ModuleDict, ModuleList
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter

_caching = 0
_cache = {}


@contextmanager
def cached():
    """Inside, each parametrization is computed once."""
    global _caching
    _caching += 1
    try:
        yield
    finally:
        _caching -= 1
        if not _caching:
            _cache.clear()


def _keep(module, name, tensor):
    if isinstance(tensor, Parameter):
        module.register_parameter(name, tensor)
    else:
        module.register_buffer(name, tensor)


class ParametrizationList(ModuleList):
    def __init__(self, modules, original, unsafe=False):
        if len(modules) == 0:
            raise ValueError('ParametrizationList requires one or more modules.')
        super().__init__(modules)
        self.unsafe = unsafe
        shape, dtype = original.shape, original.dtype
        with torch.no_grad():
            new = self._inverted(original)
        if not isinstance(new, torch.Tensor) and not isinstance(new, (list, tuple)):
            raise ValueError(
                "'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). "
                f'Got {type(new).__name__}'
            )
        self.is_tensor = isinstance(new, torch.Tensor)
        self.ntensors = 1 if self.is_tensor else len(new)
        if self.is_tensor:
            if dtype != new.dtype:
                raise ValueError(
                    'When `right_inverse` outputs one tensor, it may not change the dtype.\n'
                    f'original.dtype: {dtype}\nright_inverse(original).dtype: {new.dtype}'
                )
            with torch.no_grad():
                original.data = new
            _keep(self, 'original', original)
        else:
            for i, part in enumerate(new):
                if not isinstance(part, torch.Tensor):
                    raise ValueError(
                        "'right_inverse' must return a Tensor or a Sequence of tensors "
                        f'(list, tuple...). Got element {i} of the sequence with type '
                        f'{type(part).__name__}.'
                    )
                if isinstance(original, Parameter):
                    part = Parameter(part)
                part.requires_grad_(original.requires_grad)
                _keep(self, f'original{i}', part)
        if not unsafe:
            self._check(shape, dtype, original)

    def _check(self, shape, dtype, original):
        made = self()
        if not isinstance(made, torch.Tensor):
            raise ValueError(
                f'A parametrization must return a tensor. Got {type(made).__name__}.'
            )
        if made.dtype != dtype:
            raise ValueError(
                'Registering a parametrization may not change the dtype of the tensor, unless '
                f'`unsafe` flag is enabled.\nunparametrized dtype: {dtype}\n'
                f'parametrized dtype: {made.dtype}'
            )
        if made.shape != shape:
            raise ValueError(
                'Registering a parametrization may not change the shape of the tensor, unless '
                f'`unsafe` flag is enabled.\nunparametrized shape: {shape}\n'
                f'parametrized shape: {made.shape}'
            )

    def _inverted(self, value):
        for module in reversed(list(self)):
            if not hasattr(module, 'right_inverse'):
                continue
            try:
                value = module.right_inverse(value)
            except NotImplementedError:
                pass
        return value

    def right_inverse(self, value):
        """What assigning to the parametrized tensor does."""
        with torch.no_grad():
            for module in reversed(list(self)):
                if not hasattr(module, 'right_inverse'):
                    raise RuntimeError(
                        f'parametrization {type(module).__name__} does not implement right_inverse.'
                    )
                value = module.right_inverse(value)
            if self.is_tensor:
                if not isinstance(value, torch.Tensor):
                    raise ValueError(
                        f'`right_inverse` should return a tensor. Got {type(value).__name__}'
                    )
                if value.dtype != self.original.dtype:
                    raise ValueError(
                        'The tensor returned by `right_inverse` has dtype '
                        f'{value.dtype} while `original` has dtype {self.original.dtype}'
                    )
                self.original.data = value
                return
            if len(value) != self.ntensors:
                raise ValueError(
                    '`right_inverse` must return a sequence of tensors of length '
                    f'{self.ntensors}. Got a sequence of length {len(value)}.'
                )
            for i, part in enumerate(value):
                getattr(self, f'original{i}').data = part

    def forward(self):
        modules = list(self)
        if self.is_tensor:
            x = modules[0](self.original)
        else:
            x = modules[0](*[getattr(self, f'original{i}') for i in range(self.ntensors)])
        for module in modules[1:]:
            x = module(x)
        return x


def _own_class(module):
    base = type(module)

    def copied(self, memo):
        known = memo.get(id(self))
        if known is not None:
            return known
        twin = self.__new__(self.__class__)
        memo[id(self)] = twin
        twin.__dict__ = copy.deepcopy(self.__dict__, memo)
        return twin

    def state(self):
        raise RuntimeError(
            'Serialization of parametrized modules is only supported through state_dict(). See:\n'
            'https://pytorch.org/tutorials/beginner/saving_loading_models.html'
            '#saving-loading-a-general-checkpoint-for-inference-and-or-resuming-training'
        )

    body = {'__getstate__': state}
    if not hasattr(base, '__deepcopy__'):
        body['__deepcopy__'] = copied
    module.__class__ = type(f'Parametrized{base.__name__}', (base,), body)


def _as_property(module, name):
    def read(self):
        if not _caching:
            return self.parametrizations[name]()
        key = (id(module), name)
        if key not in _cache:
            _cache[key] = self.parametrizations[name]()
        return _cache[key]

    def write(self, value):
        self.parametrizations[name].right_inverse(value)

    setattr(module.__class__, name, property(read, write))


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    parametrization.train(module.training)
    if is_parametrized(module, tensor_name):
        parts = module.parametrizations[tensor_name]
        if unsafe is False:
            before = getattr(module, tensor_name)
            after = parametrization(before)
            if not isinstance(after, torch.Tensor):
                raise ValueError(
                    f'A parametrization must return a tensor. Got {type(after).__name__}.'
                )
            if after.dtype != before.dtype or after.shape != before.shape:
                what = 'dtype' if after.dtype != before.dtype else 'shape'
                raise ValueError(
                    f'Registering a parametrization may not change the {what} of the tensor, '
                    'unless the `unsafe` flag is enabled.\n'
                    f'module.{tensor_name}.{what}: {getattr(before, what)}\n'
                    f'parametrization(module.{tensor_name}).{what}: {getattr(after, what)}'
                )
        parts.append(parametrization)
        parts.unsafe |= unsafe
    elif tensor_name in module._buffers or tensor_name in module._parameters:
        original = getattr(module, tensor_name)
        parts = ParametrizationList([parametrization], original, unsafe=unsafe)
        delattr(module, tensor_name)
        if not is_parametrized(module):
            _own_class(module)
            module.parametrizations = ModuleDict()
        _as_property(module, tensor_name)
        module.parametrizations[tensor_name] = parts
    else:
        raise ValueError(
            f"Module '{module}' does not have a parameter, a buffer, or a parametrized element "
            f"with name '{tensor_name}'"
        )
    return module


def is_parametrized(module, tensor_name=None):
    parametrizations = getattr(module, 'parametrizations', None)
    if not isinstance(parametrizations, ModuleDict):
        return False
    if tensor_name is None:
        return len(parametrizations) > 0
    return tensor_name in parametrizations


def remove_parametrizations(module, tensor_name, leave_parametrized=True):
    if not is_parametrized(module, tensor_name):
        raise ValueError(f'Module {module} does not have a parametrization on {tensor_name}')
    parts = module.parametrizations[tensor_name]
    if parts.is_tensor:
        original = parts.original
        if leave_parametrized:
            with torch.no_grad():
                original.data = getattr(module, tensor_name)
    elif leave_parametrized:
        now = getattr(module, tensor_name)
        original = Parameter(now) if now.requires_grad else now
    else:
        raise ValueError(
            'Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is '
            'parametrized in terms of a sequence of tensors.'
        )
    delattr(module.__class__, tensor_name)
    del module.parametrizations[tensor_name]
    _keep(module, tensor_name, original)
    if not is_parametrized(module):
        delattr(module, 'parametrizations')
        module.__class__ = module.__class__.__bases__[0]
    return module


def type_before_parametrizations(module):
    return module.__class__.__bases__[0] if is_parametrized(module) else type(module)
