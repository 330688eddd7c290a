# What surrounds computing: modes for errors, types of results, functions made of Python's.

import _numpy_parts as parts

from ._core import array, asarray, ndarray
from ._types import dtype, generic, promote_types, with_number


class errstate:
    # Torchpad prints no warnings about numbers, so that there is nothing to turn off.
    def __init__(self, **modes):
        self._modes = modes

    def __enter__(self):
        self._before = seterr(**self._modes)

    def __exit__(self, *exc):
        _modes.update(self._before)

    def __call__(self, function):
        def run(*args, **kwargs):
            with errstate(**self._modes):
                return function(*args, **kwargs)

        return run


_modes = {'divide': 'warn', 'over': 'warn', 'under': 'ignore', 'invalid': 'warn'}


def geterr():
    return dict(_modes)


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    before = dict(_modes)
    given = dict(divide=divide, over=over, under=under, invalid=invalid)
    for name, mode in given.items():
        mode = all if mode is None else mode
        if mode == 'raise':
            parts.unsupported("numpy.seterr with 'raise'")
        elif mode is not None:
            _modes[name] = mode
    return before


def result_type(*arrays_and_dtypes):
    kinds, numbers = [], []
    for each in arrays_and_dtypes:
        if isinstance(each, (generic, int, float, complex)) and not isinstance(each, type):
            numbers.append(each)
        elif isinstance(each, ndarray):
            kinds.append(each.dtype)
        else:
            kinds.append(dtype(each))
    if not kinds:
        kinds, numbers = [asarray(each).dtype for each in numbers], []
    found = kinds[0]
    for each in kinds[1:]:
        found = promote_types(found, each)
    for each in numbers:
        found = with_number(found, each)
    return found


def common_type(*arrays):
    found = dtype('float16')
    for each in arrays:
        found = promote_types(found, each.dtype if each.dtype.kind in 'fc' else 'float64')
    return found.type


def can_cast(from_, to, casting='safe'):
    if isinstance(from_, (int, float, complex)):
        return with_number(dtype(to), from_) is dtype(to)
    source = from_.dtype if isinstance(from_, ndarray) else dtype(from_)
    to = dtype(to)
    if casting == 'unsafe':
        return True
    if casting == 'same_kind' and 'biufc'.index(source.kind) <= 'biufc'.index(to.kind):
        return True
    return promote_types(source, to) is to


def isscalar(element):
    return isinstance(element, (generic, int, float, complex, str, bytes))


def iterable(y):
    try:
        iter(y)
    except TypeError:
        return False
    return True


def shares_memory(a, b, max_work=None):
    return a._t.storage().data_ptr() == b._t.storage().data_ptr()


may_share_memory = shares_memory


class ndindex:
    def __init__(self, *shape):
        shape = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape
        from itertools import product

        self._places = product(*(range(n) for n in shape))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._places)


class ndenumerate:
    def __init__(self, arr):
        self._whole = asarray(arr)
        self._places = ndindex(self._whole.shape)

    def __iter__(self):
        return self

    def __next__(self):
        place = next(self._places)
        return place, self._whole[place]


class vectorize:
    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if excluded or signature:
            parts.unsupported('numpy.vectorize with excluded or signature')
        self.pyfunc, self._otypes = pyfunc, otypes
        self.__name__ = getattr(pyfunc, '__name__', 'vectorize')

    def __call__(self, *args, **kwargs):
        from ._shaping import broadcast_arrays

        arrays = broadcast_arrays(*args)
        shape = arrays[0].shape
        results = [self.pyfunc(*each, **kwargs) for each in zip(*(a.ravel() for a in arrays))]
        if not results:
            raise ValueError('cannot call `vectorize` on size 0 inputs unless `otypes` is set')
        if isinstance(results[0], tuple):
            return tuple(self._joined(each, shape) for each in zip(*results))
        return self._joined(results, shape)

    def _joined(self, results, shape):
        # The type is that of the first result, as numpy has it.
        kind = asarray(results[0]).dtype if self._otypes is None else self._otypes[0]
        return array(list(results)).astype(kind).reshape(shape)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    from ._shaping import moveaxis, stack

    a = moveaxis(asarray(arr), axis, -1)
    rows = [asarray(func1d(a[place], *args, **kwargs)) for place in ndindex(a.shape[:-1])]
    whole = stack(rows).reshape(a.shape[:-1] + rows[0].shape)
    return moveaxis(whole, -1, axis) if rows[0].ndim else whole


def asfortranarray(a, dtype=None):
    a = asarray(a, dtype)
    return a.transpose().copy().transpose()


def real(val):
    return val.real if hasattr(val, 'real') else asarray(val).real


def imag(val):
    return val.imag if hasattr(val, 'imag') else asarray(val).imag


def angle(z, deg=False):
    from ._core import out
    import torch

    found = torch.angle(asarray(z)._t)
    return out(torch.rad2deg(found) if deg else found)
