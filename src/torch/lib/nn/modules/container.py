# https://pytorch.org/docs/stable/nn.html#containers
# Sequential, ModuleList and ModuleDict are in src/torch/nn/.

import operator
from collections import OrderedDict, abc

import torch
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter


def _described(value):
    size = 'x'.join(str(n) for n in value.size())
    kind = 'Parameter' if isinstance(value, Parameter) else 'Tensor'
    return kind + ' containing: [{} of size ' + size + ']'


class ParameterList(Module):
    def __init__(self, values=None):
        super().__init__()
        self._size = 0
        if values is not None:
            self += values

    def _key(self, index):
        index = operator.index(index)
        if not -len(self) <= index < len(self):
            raise IndexError(f'index {index} is out of range')
        return str(index + len(self) if index < 0 else index)

    def __getitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            return type(self)(getattr(self, str(i)) for i in range(start, stop, step))
        return getattr(self, self._key(index))

    def __setitem__(self, index, value):
        if isinstance(value, torch.Tensor) and not isinstance(value, Parameter):
            value = Parameter(value)
        setattr(self, self._key(index), value)

    def __len__(self):
        return self._size

    def __iter__(self):
        return iter(getattr(self, str(i)) for i in range(len(self)))

    def __iadd__(self, values):
        return self.extend(values)

    def append(self, value):
        self._size += 1
        self[len(self) - 1] = value
        return self

    def extend(self, values):
        if not isinstance(values, abc.Iterable) or isinstance(values, torch.Tensor):
            raise TypeError(
                f'ParameterList.extend should be called with an iterable, but got {type(values).__name__}'
            )
        for value in values:
            self.append(value)
        return self

    def extra_repr(self):
        lines = []
        for i, value in enumerate(self):
            if isinstance(value, torch.Tensor):
                lines.append(f'  ({i}): ' + _described(value).format(value.dtype))
            else:
                lines.append(f'  ({i}): Object of type: {type(value).__name__}')
        return '\n'.join(lines)

    def __call__(self, *args, **kwargs):
        raise RuntimeError('ParameterList should not be called.')


class ParameterDict(Module):
    def __init__(self, parameters=None):
        super().__init__()
        self._keys = {}
        if parameters is not None:
            self.update(parameters)

    def __getitem__(self, key):
        return getattr(self, self._attribute(key))

    def __setitem__(self, key, value):
        self._keys[key] = None
        if isinstance(value, torch.Tensor) and not isinstance(value, Parameter):
            value = Parameter(value)
        setattr(self, self._attribute(key), value)

    def __delitem__(self, key):
        del self._keys[key]
        delattr(self, self._attribute(key))

    def _attribute(self, key):
        if not isinstance(key, str):
            raise TypeError(
                'Index given to ParameterDict cannot be used as a key as it is not a string (type is '
                f"'{type(key).__name__}'). Open an issue on github if you need non-string keys."
            )
        return key

    def __len__(self):
        return len(self._keys)

    def __iter__(self):
        return iter(self._keys)

    def __reversed__(self):
        return reversed(list(self._keys))

    def __contains__(self, key):
        return key in self._keys

    def __or__(self, other):
        copy = self.copy()
        copy.update(other)
        return copy

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        return ParameterDict(OrderedDict((key, self[key]) for key in self._keys))

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def clear(self):
        for key in list(self._keys):
            del self[key]

    def pop(self, key):
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        key, _ = self._keys.popitem()
        value = self[key]
        delattr(self, self._attribute(key))
        return key, value

    def get(self, key, default=None):
        return self[key] if key in self else default

    def fromkeys(self, keys, default=None):
        return ParameterDict((key, default) for key in keys)

    def keys(self):
        return self._keys.keys()

    def items(self):
        return ((key, self[key]) for key in self._keys)

    def values(self):
        return (self[key] for key in self._keys)

    def update(self, parameters):
        if not isinstance(parameters, (abc.Iterable, ParameterDict)):
            raise TypeError(
                f'ParametersDict.update should be called with an iterable of key/value pairs, but got '
                f'{type(parameters).__name__}'
            )
        if isinstance(parameters, (OrderedDict, ParameterDict)):
            for key, value in parameters.items():
                self[key] = value
        elif isinstance(parameters, abc.Mapping):
            for key, value in sorted(parameters.items()):
                self[key] = value
        else:
            for number, pair in enumerate(parameters):
                if not isinstance(pair, abc.Iterable):
                    raise TypeError(
                        f'ParameterDict update sequence element #{number} should be Iterable; is {type(pair).__name__}'
                    )
                if len(pair) != 2:
                    raise ValueError(
                        f'ParameterDict update sequence element #{number} has length {len(pair)}; 2 is required'
                    )
                self[pair[0]] = pair[1]

    def extra_repr(self):
        lines = []
        for key, value in self.items():
            if isinstance(value, torch.Tensor):
                lines.append(f'  ({key}): ' + _described(value).format(value.type()))
            else:
                lines.append(f'  ({key}): Object of type: {type(value).__name__}')
        return '\n'.join(lines)

    def __call__(self, input):
        raise RuntimeError('ParameterDict should not be called.')
