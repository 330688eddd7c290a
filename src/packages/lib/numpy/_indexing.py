# a[key] and a[key] = value: https://numpy.org/doc/1.24/user/basics.indexing.html

import torch
import _numpy_parts as parts

from ._core import array, asarray, cast, ndarray, out, scalar, shape_text, wrap
from ._types import bool_, generic, integer

_WRONG = (
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean '
    'arrays are valid indices'
)


def get(self, key):
    if type(key) is int and self._t.ndim == 1:
        return scalar(_picked(self, self._t, key))
    tensor, torch_key = _prepared(self, key)
    result = _picked(self, tensor, torch_key)
    if result.ndim == 0 and key is not Ellipsis and not (type(key) is tuple and Ellipsis in _plain(key)):
        return scalar(result)
    return wrap(result)


def _plain(key):
    return [each for each in key if each is Ellipsis]


def put(self, key, value):
    tensor, torch_key = _prepared(self, key)
    kind = tensor.dtype
    if isinstance(value, (int, float, complex)) and not isinstance(value, generic):
        source = _number(value, kind)
    else:
        source = asarray(value)._t
        if source.dtype != kind:
            source = cast(source, kind)
    if _masked(key) and source.ndim and source.numel() != 1:
        _check_mask(key._t, source)
    try:
        tensor[torch_key] = source
        return
    except IndexError as error:
        raise IndexError(_in_numpys_words(self, key, str(error))) from None
    except RuntimeError:
        target = tensor[torch_key].shape
    shape = source.shape
    while len(shape) > len(target) and shape[0] == 1:
        shape = shape[1:]
    if len(shape) < len(source.shape):
        return put(self, key, wrap(source.reshape(shape)))
    if any(isinstance(each, (list, ndarray)) for each in (key if type(key) is tuple else (key,))):
        raise ValueError(
            f'shape mismatch: value array of shape {shape_text(source.shape)} could not be broadcast '
            f'to indexing result of shape {shape_text(target)}'
        )
    raise ValueError(
        f'could not broadcast input array from shape {shape_text(source.shape)} '
        f'into shape {shape_text(target)}'
    )


def _number(value, kind):
    if isinstance(value, complex) and not kind.is_complex:
        raise TypeError("can't convert complex to float")
    return array(value)._t.to(kind)


def _check_mask(mask, source):
    # Torch tells it only when the numbers are computed.
    count = mask.sum()
    if source.ndim == 1 and parts.is_known(count) and count.item() != source.numel():
        raise ValueError(
            f'NumPy boolean array indexing assignment cannot assign {source.numel()} input values '
            f'to the {count.item()} output values where the mask is true'
        )


def _masked(key):
    return isinstance(key, ndarray) and key.dtype.kind == 'b'


def _picked(self, tensor, key):
    try:
        return tensor[key]
    except IndexError as error:
        raise IndexError(_in_numpys_words(self, key, str(error))) from None


def _in_numpys_words(self, key, message):
    if message.startswith('too many indices') or message.startswith('invalid index of a 0-dim'):
        count = len([each for each in key if each is not None]) if type(key) is tuple else 1
        return (
            f'too many indices for array: array is {self.ndim}-dimensional, '
            f'but {count} were indexed'
        )
    if message.startswith('The shape of the mask'):
        # The shape of the mask [2] at index 0 does not match the shape of the indexed tensor [3] at index 0
        import re

        mask, own = (
            [int(n) for n in found.split(',') if n.strip()] for found in re.findall(r'\[(.*?)\]', message)
        )
        at = int(re.search(r'at index (\d+)', message)[1])
        place = at if at < len(mask) else 0
        return (
            f'boolean index did not match indexed array along dimension {at}; dimension is '
            f'{own[at] if at < len(own) else own[-1]} but corresponding boolean dimension is {mask[place]}'
        )
    if message.startswith('shape mismatch: indexing tensors could not be broadcast'):
        import re

        shapes = re.findall(r'\[(.*?)\]', message)
        listed = ' '.join(f"({each.replace(' ', '')}{'' if ',' in each else ','})" for each in shapes)
        return f'shape mismatch: indexing arrays could not be broadcast together with shapes {listed} '
    return message.replace('for dimension', 'for axis').replace('at dimension', 'for axis')


def _prepared(self, key):
    # The tensor to index, some of its dimensions reversed, and the key as torch has it.
    items = key if type(key) is tuple else (key,)
    converted = []
    backwards = False
    for item in items:
        if item is None or item is Ellipsis or type(item) is int:
            converted.append(item)
        elif isinstance(item, slice):
            item = slice(_bound(item.start), _bound(item.stop), _bound(item.step))
            backwards = backwards or (item.step is not None and item.step < 0)
            if item.step == 0:
                raise ValueError('slice step cannot be zero')
            converted.append(item)
        else:
            converted.append(_index(item))
    tensor = self._t
    if backwards:
        tensor = _reverse(tensor, converted)
    if type(key) is tuple:
        return tensor, tuple(converted)
    return tensor, converted[0]


def _bound(value):
    if value is None or type(value) is int:
        return value
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(
            'slice indices must be integers or None or have an __index__ method'
        ) from None


def _index(item):
    if isinstance(item, (bool, bool_)):
        return torch.tensor(bool(item))
    if isinstance(item, (int, integer)):
        return item.__index__()
    if isinstance(item, torch.Tensor):
        item = wrap(item)
    if isinstance(item, (list, tuple)):
        item = asarray(item, dtype=int) if len(item) == 0 else asarray(item)
    elif not isinstance(item, ndarray):
        raise IndexError(_WRONG)
    kind = item.dtype.kind
    if kind not in 'biu':
        raise IndexError(
            'arrays used as indices must be of integer (or boolean) type' if item.ndim else _WRONG
        )
    if kind == 'b':
        return item._t
    if item.ndim == 0:
        return item._t.item()
    return item._t.long()


def _reverse(tensor, items):
    # Slices with negative steps, as slices of a view that runs backwards.
    used = sum(
        each.ndim if isinstance(each, torch.Tensor) and each.dtype == torch.bool else 1
        for each in items
        if each is not None and each is not Ellipsis
    )
    dims, dim = [], 0
    for i, item in enumerate(items):
        if item is Ellipsis:
            dim += tensor.ndim - used
        elif isinstance(item, torch.Tensor) and item.dtype == torch.bool:
            dim += item.ndim
        elif item is not None:
            if isinstance(item, slice) and item.step is not None and item.step < 0:
                n = tensor.shape[dim]
                start, stop, step = item.indices(n)
                items[i] = slice(n - 1 - start, max(n - 1 - stop, 0), -step)
                dims.append(dim)
            dim += 1
    return parts.reversed_view(tensor, tuple(dims))
