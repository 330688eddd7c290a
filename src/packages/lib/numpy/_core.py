# Arrays over tensors: https://numpy.org/doc/1.24/reference/arrays.ndarray.html
#
# An array holds a tensor. Views of arrays are views of tensors, so that both see each other's writes,
# and numbers are computed when somebody looks at them.

import torch
import _numpy_parts as parts

from ._types import OF_TORCH, dtype, generic, int64, promote_types, with_number

newaxis = None
print_options = {
    'precision': 8, 'threshold': 1000, 'edgeitems': 3, 'linewidth': 75, 'suppress': False,
}


def wrap(tensor):
    self = object.__new__(ndarray)
    self._t = tensor
    return self


def out(tensor):
    # What functions give: a scalar where there are no dimensions.
    return scalar(tensor) if tensor.ndim == 0 else wrap(tensor)


def scalar(tensor):
    value = tensor.item()
    if not parts.is_known(tensor):
        return value
    cls = OF_TORCH[tensor.dtype].type
    if issubclass(cls, (float, complex)):
        return cls(value)
    self = object.__new__(cls)
    self._v = value
    return self


def asarray(a, dtype=None, order=None, *, like=None):
    if isinstance(a, ndarray) and (dtype is None or a.dtype is _dtype(dtype)):
        return a
    return array(a, dtype, copy=False)


asanyarray = asarray
_dtype = dtype


def torch_type(kind):
    kind = dtype(kind)
    return kind._torch or parts.unsupported(f'numpy arrays of {kind.name}')


def array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None):
    wanted = None if dtype is None else torch_type(dtype)
    tensor = _tensor_of(object, wanted)
    if wanted is not None and tensor.dtype != wanted:
        tensor = cast(tensor, wanted)
    elif copy and isinstance(object, (ndarray, torch.Tensor)):
        tensor = tensor.clone()
    while tensor.ndim < ndmin:
        tensor = tensor.unsqueeze(0)
    return wrap(tensor)


def _tensor_of(data, wanted):
    if isinstance(data, (ndarray, generic)):
        return data._t
    if isinstance(data, torch.Tensor):
        return data.numpy()._t
    if isinstance(data, (str, bytes)) or data is None or isinstance(data, (set, dict)):
        return parts.unsupported(f'numpy arrays of {type(data).__name__}')
    if hasattr(data, '__array__'):
        return asarray(data.__array__())._t
    if not isinstance(data, (list, tuple, range, int, float, complex)):
        if hasattr(data, '__len__') and hasattr(data, '__getitem__'):
            data = list(data)
        else:
            return parts.unsupported(f'numpy arrays of {type(data).__name__}')
    tensor = parts.from_data(data, wanted)
    if tensor is not None:
        return tensor
    if any(isinstance(each, (str, bytes, dict, type(None))) for each in data):
        return parts.unsupported('numpy arrays of objects')
    parts_of = [_tensor_of(each, None) for each in data]
    shape = parts_of[0].shape
    if any(each.shape != shape for each in parts_of):
        raise ValueError(
            'setting an array element with a sequence. The requested array has an inhomogeneous '
            f'shape after 1 dimensions. The detected shape was ({len(data)},) + inhomogeneous part.'
        )
    kind = wanted or common_type(*parts_of)
    return torch.stack([each if each.dtype == kind else cast(each, kind) for each in parts_of])


def cast(tensor, kind):
    if tensor.dtype.is_complex and not kind.is_complex:
        tensor = tensor.real
    return tensor.to(kind)


def conjugated(tensor):
    return torch.complex(tensor.real, -tensor.imag) if tensor.is_complex() else tensor


def common_type(*tensors):
    kind = OF_TORCH[tensors[0].dtype]
    for each in tensors[1:]:
        if each.dtype != kind._torch:
            kind = promote_types(kind, OF_TORCH[each.dtype])
    return torch_type(kind)


def operands(a, b):
    # Both as tensors of one type, or one of them as a Python number.
    if isinstance(a, ndarray) and isinstance(b, ndarray):
        x, y = a._t, b._t
        if x.dtype == y.dtype:
            return x, y
        if x.ndim and y.ndim or not (x.ndim or y.ndim):
            kind = common_type(x, y)
        elif y.ndim:
            kind = with_number(OF_TORCH[y.dtype], scalar(x))._torch
        else:
            kind = with_number(OF_TORCH[x.dtype], scalar(y))._torch
        return cast(x, kind), cast(y, kind)
    if isinstance(a, ndarray):
        if isinstance(b, (int, float, complex, generic)):
            return _with_number(a._t, b)
        return operands(a, asarray(b))
    if isinstance(b, ndarray) and isinstance(a, (int, float, complex, generic)):
        y, x = _with_number(b._t, a)
        return x, y
    return operands(asarray(a), asarray(b))


def _with_number(x, number):
    own = OF_TORCH[x.dtype]
    if x.ndim == 0:
        return operands(wrap(x), wrap(asarray(number)._t))
    kind = with_number(own, number)
    if kind is not own:
        x = cast(x, torch_type(kind))
    # As a tensor of its own type: torch would compute `float32 + 0.1` in doubles.
    value = number.item() if isinstance(number, generic) else number
    return x, torch.tensor(value, dtype=x.dtype)


def shape_text(shape):
    return repr(tuple(shape)).replace(' ', '')


def together(fn, x, y):
    # An operator on two tensors; what does not broadcast is told in numpy's words.
    try:
        return fn(x, y)
    except RuntimeError:
        if _broadcasts(x.shape, y.shape):
            raise
        raise ValueError(
            'operands could not be broadcast together with shapes '
            f'{shape_text(x.shape)} {shape_text(y.shape)} '
        ) from None


def _broadcasts(a, b):
    return all(n == m or n == 1 or m == 1 for n, m in zip(reversed(a), reversed(b)))


class ndarray:
    __array_priority__ = 0.0

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def __new__(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None):
        if buffer is not None or strides is not None:
            return parts.unsupported('ndarray with a buffer')
        return wrap(torch.zeros(shape_of(shape), dtype=torch_type(dtype)))

    @property
    def shape(self):
        return tuple(self._t.shape)

    @shape.setter
    def shape(self, shape):
        self._t = self.reshape(shape)._t

    @property
    def dtype(self):
        return OF_TORCH[self._t.dtype]

    @property
    def ndim(self):
        return self._t.ndim

    @property
    def size(self):
        return self._t.numel()

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def nbytes(self):
        return self._t.numel() * self.dtype.itemsize

    @property
    def strides(self):
        return tuple(n * self.dtype.itemsize for n in self._t.stride())

    @property
    def T(self):
        return self.transpose()

    @property
    def real(self):
        return wrap(self._t.real) if self._t.is_complex() else self

    @property
    def imag(self):
        return wrap(self._t.imag if self._t.is_complex() else torch.zeros_like(self._t))

    @property
    def flat(self):
        return _flat(self)

    @property
    def flags(self):
        return _flags(self)

    @property
    def base(self):
        return None

    def __len__(self):
        if self._t.ndim == 0:
            raise TypeError('len() of unsized object')
        return len(self._t)

    def __iter__(self):
        if self._t.ndim == 0:
            raise TypeError('iteration over a 0-d array')
        return (self[i] for i in range(len(self._t)))

    def __contains__(self, value):
        return bool((self == value).any())

    def __array__(self, dtype=None):
        return self if dtype is None else self.astype(dtype)

    def __bool__(self):
        if self._t.numel() > 1:
            raise ValueError(
                'The truth value of an array with more than one element is ambiguous. '
                'Use a.any() or a.all()'
            )
        return self._t.numel() == 1 and bool(self._t)

    def _one(self, convert):
        if self._t.numel() != 1:
            raise TypeError('only size-1 arrays can be converted to Python scalars')
        return convert(self._t.item())

    def __int__(self):
        return self._one(int)

    def __float__(self):
        return self._one(float)

    def __complex__(self):
        return self._one(complex)

    def __index__(self):
        if self._t.ndim or self.dtype.kind not in 'iu':
            raise TypeError('only integer scalar arrays can be converted to a scalar index')
        return self._t.item()

    __hash__ = None

    def __repr__(self):
        return array_repr(self)

    def __str__(self):
        return array_str(self)

    def __format__(self, spec):
        if self._t.ndim == 0:
            return format(self._t.item(), spec)
        if spec:
            raise TypeError('unsupported format string passed to numpy.ndarray.__format__')
        return str(self)

    def __copy__(self):
        return wrap(self._t.clone())

    def __deepcopy__(self, memo):
        return wrap(self._t.clone())

    def __reduce__(self):
        return _restored, (self.tolist(), self.dtype.name, self.shape)

    def item(self, *args):
        if not args:
            if self._t.numel() != 1:
                raise ValueError('can only convert an array of size 1 to a Python scalar')
            return self._t.item()
        if len(args) == 1 and isinstance(args[0], tuple):
            args = args[0]
        return self._t.reshape(-1)[args[0]].item() if len(args) == 1 else self._t[args].item()

    def itemset(self, *args):
        *where, value = args
        self[tuple(where) if len(where) > 1 else where[0]] = value

    def tolist(self):
        return self._t.tolist()

    def tobytes(self, order='C'):
        return bytes(torch._C._storage_bytes(self._t.contiguous().clone()))

    def astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True):
        kind = torch_type(dtype)
        if kind == self._t.dtype:
            return wrap(self._t.clone()) if copy else self
        return wrap(cast(self._t, kind))

    def copy(self, order='C'):
        return wrap(self._t.contiguous().clone() if order == 'C' else self._t.clone())

    def view(self, dtype=None, type=None):
        if dtype is None or dtype is ndarray or _dtype(dtype) is self.dtype:
            return wrap(self._t.view(self._t.shape))
        return wrap(self._t.view(torch_type(dtype)))

    def fill(self, value):
        self[...] = value

    def reshape(self, *shape, order='C'):
        shape = shape_of(shape[0] if len(shape) == 1 else shape)
        if order == 'F':
            mirrored = self.transpose()._t.reshape(tuple(reversed(shape)))
            return wrap(mirrored.permute(tuple(range(mirrored.ndim - 1, -1, -1))))
        try:
            return wrap(self._t.reshape(shape))
        except RuntimeError:
            if sum(n == -1 for n in shape) > 1:
                raise ValueError('can only specify one unknown dimension') from None
            raise ValueError(
                f'cannot reshape array of size {self.size} into shape {shape_text(shape)}'
            ) from None

    def resize(self, *shape, refcheck=True):
        from ._shaping import resize

        self._t = resize(self, shape[0] if len(shape) == 1 else shape)._t

    def ravel(self, order='C'):
        return self.reshape(-1, order=order)

    def flatten(self, order='C'):
        return self.reshape(-1, order=order).copy()

    def transpose(self, *axes):
        if len(axes) == 1 and (axes[0] is None or isinstance(axes[0], (tuple, list))):
            axes = axes[0]
        if not axes:
            axes = tuple(range(self._t.ndim - 1, -1, -1))
        elif len(axes) != self._t.ndim:
            raise ValueError("axes don't match array")
        return wrap(self._t.permute(tuple(int(axis) for axis in axes)))

    def swapaxes(self, axis1, axis2):
        return wrap(self._t.transpose(check_axis(axis1, self._t.ndim), check_axis(axis2, self._t.ndim)))

    def squeeze(self, axis=None):
        from ._shaping import squeeze

        return squeeze(self, axis)

    def dot(self, other, out=None):
        from ._products import dot

        return dot(self, other)

    def conj(self):
        return wrap(conjugated(self._t))

    conjugate = conj

    def sort(self, axis=-1, kind=None, order=None):
        from ._searching import sort

        self[...] = sort(self, axis, kind)

    def __getitem__(self, key):
        from ._indexing import get

        return get(self, key)

    def __setitem__(self, key, value):
        from ._indexing import put

        put(self, key, value)

    def __getattr__(self, name):
        # Methods that are functions of the module with the array as their first argument.
        if name in _METHODS:
            import numpy

            function = getattr(numpy, name)

            def method(*args, **kwargs):
                return function(self, *args, **kwargs)

            return method
        raise AttributeError(f"'numpy.ndarray' object has no attribute '{name}'")


ndarray.__module__ = 'numpy'
parts.name_in_messages(ndarray, 'numpy.ndarray')
_METHODS = frozenset(
    'all any argmax argmin argsort choose clip compress cumprod cumsum diagonal max mean min nonzero '
    'prod ptp put repeat round searchsorted std sum take trace var'.split()
)


def _restored(data, name, shape):
    return array(data, dtype=name).reshape(shape)


class _flat:
    def __init__(self, whole):
        self._whole = whole

    def __iter__(self):
        return iter(self._whole.ravel())

    def __len__(self):
        return self._whole.size

    def __getitem__(self, key):
        return self._whole.ravel()[key]

    def __setitem__(self, key, value):
        flat = self._whole.flatten()
        flat[key] = value
        self._whole[...] = flat.reshape(self._whole.shape)


class _flags:
    def __init__(self, whole):
        self.c_contiguous = whole._t.is_contiguous()
        self.f_contiguous = whole.transpose()._t.is_contiguous()
        self.writeable = self.aligned = True
        self.contiguous = self.c_contiguous

    def __getitem__(self, name):
        return getattr(self, name.lower())


def shape_of(shape):
    if isinstance(shape, (tuple, list)):
        return tuple(n if type(n) is int else _length(n) for n in shape)
    if isinstance(shape, ndarray):
        return tuple(shape.tolist()) if shape.ndim else (shape.item(),)
    return (_length(shape),)


def _length(n):
    if not hasattr(n, '__index__'):
        raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
    return n.__index__()


class AxisError(ValueError, IndexError):
    pass


def check_axis(axis, ndim):
    axis = axis.__index__()
    if not -ndim <= axis < ndim:
        raise AxisError(f'axis {axis} is out of bounds for array of dimension {ndim}')
    return axis % ndim


def _text(a, separator, prefix, suffix, options):
    return parts.text(
        a._t, options['precision'], options['threshold'], options['edgeitems'],
        options['linewidth'], options['suppress'], separator, prefix, suffix,
    )


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    options = _options(max_line_width, precision, suppress_small)
    implied = arr.dtype.name in ('int64', 'float64', 'complex128', 'bool') and arr.size > 0
    suffix = ')' if implied else ','
    if arr.size > 0 or arr.shape == (0,):
        text = _text(arr, ', ', 'array(', suffix, options)
    else:
        text = f'[], shape={arr.shape!r}'
    text = f'array({text}{suffix}'
    if implied:
        return text
    kind = f'dtype={arr.dtype.name})'
    last = len(text) - (text.rfind('\n') + 1)
    return text + (' ' if last + len(kind) + 1 <= options['linewidth'] else '\n      ') + kind


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    if a._t.ndim == 0:
        return str(a[()])
    return _text(a, ' ', '', '', _options(max_line_width, precision, suppress_small))


def array2string(
    a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='',
    style=None, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None,
    suffix='', *, legacy=None,
):
    if formatter or sign or floatmode:
        return parts.unsupported('array2string with formatter, sign or floatmode')
    options = _options(max_line_width, precision, suppress_small)
    if threshold is not None:
        options['threshold'] = threshold
    if edgeitems is not None:
        options['edgeitems'] = edgeitems
    return _text(a, separator, prefix, suffix, options)


def _options(width, precision, suppress):
    options = dict(print_options)
    for name, value in (('linewidth', width), ('precision', precision), ('suppress', suppress)):
        if value is not None:
            options[name] = value
    return options


def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None,
    infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None,
):
    if formatter or legacy or nanstr or infstr or sign not in (None, '-') or floatmode not in (None, 'maxprec'):
        return parts.unsupported('set_printoptions with these options')
    given = dict(
        precision=precision, threshold=threshold, edgeitems=edgeitems, linewidth=linewidth,
        suppress=suppress,
    )
    print_options.update({name: value for name, value in given.items() if value is not None})


def get_printoptions():
    rest = dict(nanstr='nan', infstr='inf', sign='-', formatter=None, floatmode='maxprec', legacy=False)
    return {**print_options, **rest}


class printoptions:
    def __init__(self, **options):
        self._given = options

    def __enter__(self):
        self._before = dict(print_options)
        set_printoptions(**self._given)
        return get_printoptions()

    def __exit__(self, *exc):
        print_options.update(self._before)
