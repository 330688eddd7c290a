# Functions of elements: https://numpy.org/doc/1.24/reference/ufuncs.html

import torch
import _numpy_parts as parts

from ._core import array, asarray, cast, conjugated, ndarray, operands, out as result_of, together, wrap
from ._types import OF_TORCH, dtype, generic


class UFuncTypeError(TypeError):
    pass


class ufunc:
    def __init__(self, name, nin, fn, identity=None):
        self.__name__ = name
        self.nin, self.nout, self.nargs = nin, 1, nin + 1
        self._fn, self.identity = fn, identity

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args, out=None, where=True, dtype=None, casting='same_kind', **rest):
        if len(args) == self.nin + 1:
            *args, out = args
        if len(args) != self.nin:
            raise TypeError(
                f'{self.__name__}() takes from {self.nin} to {self.nin + 1} positional arguments '
                f'but {len(args)} were given'
            )
        if dtype is not None:
            args = [asarray(each).astype(dtype, copy=False) for each in args]
        # A tensor among the arguments makes a tensor of the result, as its __array_wrap__ does.
        as_tensor = any(isinstance(each, torch.Tensor) for each in args)
        tensor = self._fn(*args)
        if isinstance(tensor, tuple):
            return tuple(result_of(each) for each in tensor)
        if dtype is not None and tensor.dtype != torch.bool:
            tensor = cast(tensor, asarray(args[0])._t.dtype)
        if isinstance(out, tuple):
            out = out[0]
        if out is not None:
            return _store(self.__name__, out, tensor, where)
        if where is not True:
            return parts.unsupported(f'{self.__name__} with where= and without out=')
        return tensor if as_tensor else result_of(tensor)

    def reduce(self, a, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True):
        import numpy

        name = _REDUCTIONS.get(self.__name__)
        if name is None or initial is not None or where is not True:
            return parts.unsupported(f'{self.__name__}.reduce')
        if dtype is not None:
            a = asarray(a, dtype=dtype)
        return getattr(numpy, name)(a, axis=axis, keepdims=keepdims)

    def accumulate(self, a, axis=0, dtype=None, out=None):
        import numpy

        a = asarray(a, dtype=dtype)
        name = self.__name__
        if name in ('add', 'multiply'):
            return (numpy.cumsum if name == 'add' else numpy.cumprod)(a, axis=axis)
        if name in ('maximum', 'minimum'):
            scan = torch.cummax if name == 'maximum' else torch.cummin
            return wrap(scan(a._t, axis)[0])
        return parts.unsupported(f'{name}.accumulate')

    def outer(self, a, b, **kwargs):
        a, b = asarray(a), asarray(b)
        return self(a.reshape(a.shape + (1,) * b.ndim), b, **kwargs)

    def at(self, a, indices, b=None):
        if self.__name__ not in ('add', 'subtract'):
            return parts.unsupported(f'{self.__name__}.at')
        key = indices if isinstance(indices, tuple) else (indices,)
        key = tuple(asarray(each)._t.long() for each in key)
        values = asarray(b)._t.to(a._t.dtype)
        a._t.index_put_(key, values if self.__name__ == 'add' else -values, accumulate=True)


_REDUCTIONS = {
    'add': 'sum', 'multiply': 'prod', 'maximum': 'max', 'minimum': 'min', 'logical_and': 'all',
    'logical_or': 'any',
}


def _store(name, target, tensor, where=True):
    kind, own = OF_TORCH[tensor.dtype], target.dtype
    if 'biufc'.index(kind.kind.replace('u', 'i')) > 'biufc'.index(own.kind.replace('u', 'i')):
        raise UFuncTypeError(
            f"Cannot cast ufunc '{name}' output from {kind!r} to {own!r} with casting rule 'same_kind'"
        )
    if tensor.shape != target._t.shape:
        wide = torch.broadcast_shapes(tensor.shape, target._t.shape)
        if tuple(wide) != target.shape:
            from ._core import shape_text

            raise ValueError(
                f'non-broadcastable output operand with shape {shape_text(target.shape)} '
                f"doesn't match the broadcast shape {shape_text(wide)}"
            )
    value = cast(tensor, target._t.dtype)
    if where is not True:
        value = torch.where(asarray(where)._t, value, target._t)
    target._t.copy_(value)
    return target


def _floating(x, y=None):
    # Integers become floats that can hold them.
    kind = OF_TORCH[x.dtype]
    if kind.kind in 'fc':
        return x
    return x.to({1: torch.float16, 2: torch.float32}.get(kind.itemsize, torch.float64))


def _of_halves(fn, x):
    # Halves are computed as floats, as numpy does.
    return fn(x.float()).half() if x.dtype == torch.float16 else fn(x)


def _unary(name, fn, floating=False):
    def apply(x):
        x = asarray(x)._t
        return _of_halves(fn, _floating(x)) if floating else fn(x)

    return ufunc(name, 1, apply)


def _binary(name, fn, identity=None):
    def apply(a, b):
        return together(fn, *operands(a, b))

    return ufunc(name, 2, apply, identity)


def _binary_floating(name, fn):
    def apply(a, b):
        x, y = operands(a, b)
        return together(fn, _floating(x), _floating(y))

    return ufunc(name, 2, apply)


def _add(x, y):
    return torch.logical_or(x, y) if x.dtype == torch.bool else torch.add(x, y)


def _subtract(x, y):
    if x.dtype == torch.bool:
        raise TypeError(
            'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the '
            '`^` operator, or the logical_xor function instead.'
        )
    return torch.sub(x, y)


def _true_divide(a, b):
    x, y = operands(a, b)
    if not (x.is_floating_point() or x.is_complex()):
        x, y = x.double(), y.double()
    return together(torch.div, x, y)


def _whole(fn):
    # Division of integers by zero gives zero.
    def divide(x, y):
        if x.dtype == torch.bool:
            x, y = x.to(torch.int8), y.to(torch.int8)
        if x.is_floating_point():
            return fn(x, y)
        zero = y == 0
        return torch.where(zero, torch.zeros_like(y), fn(x, torch.where(zero, torch.ones_like(y), y)))

    return divide


def _power(x, y):
    if x.dtype == torch.bool:
        x, y = x.to(torch.int8), y.to(torch.int8)
    if not (x.is_floating_point() or x.is_complex()) and (y < 0).any():
        raise ValueError('Integers to negative integer powers are not allowed.')
    return torch.pow(x, y)


def _negative(x):
    if x.dtype == torch.bool:
        raise TypeError(
            'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator '
            'or the logical_not function instead.'
        )
    return torch.neg(x)


def _invert(x):
    _only_integers('invert', x)
    return torch.bitwise_not(x)


def _only_integers(name, *inputs):
    if inputs[0].is_floating_point() or inputs[0].is_complex():
        raise TypeError(
            f"ufunc '{name}' not supported for the input types, and the inputs could not be safely "
            "coerced to any supported types according to the casting rule ''safe''"
        )


def _bitwise(name, fn):
    def apply(x, y):
        _only_integers(name, x)
        return fn(x, y)

    return _binary(name, apply)


def _rounding(fn):
    return lambda x: fn(x) if x.is_floating_point() else x.double() if fn in (torch.floor, torch.ceil, torch.trunc) else x


add = _binary('add', _add, 0)
subtract = _binary('subtract', _subtract)
multiply = _binary('multiply', lambda x, y: torch.logical_and(x, y) if x.dtype == torch.bool else torch.mul(x, y), 1)
divide = true_divide = ufunc('divide', 2, _true_divide)
floor_divide = _binary('floor_divide', _whole(torch.floor_divide))
remainder = mod = _binary('remainder', _whole(torch.remainder))
fmod = _binary('fmod', _whole(torch.fmod))
power = _binary('power', _power)
float_power = ufunc('float_power', 2, lambda a, b: torch.pow(*(each.double() for each in operands(a, b))))
maximum = _binary('maximum', torch.maximum)
minimum = _binary('minimum', torch.minimum)
fmax = _binary('fmax', lambda x, y: torch.fmax(x, y))
fmin = _binary('fmin', lambda x, y: torch.fmin(x, y))
arctan2 = _binary_floating('arctan2', torch.atan2)
hypot = _binary_floating('hypot', torch.hypot)
copysign = _binary_floating('copysign', torch.copysign)
logaddexp = _binary_floating('logaddexp', torch.logaddexp)
logaddexp2 = _binary_floating('logaddexp2', torch.logaddexp2)
nextafter = _binary_floating('nextafter', torch.nextafter)
heaviside = _binary_floating('heaviside', torch.heaviside)
gcd = _binary('gcd', torch.gcd)
lcm = _binary('lcm', torch.lcm)
equal = _binary('equal', torch.eq)
not_equal = _binary('not_equal', torch.ne)
less = _binary('less', torch.lt)
less_equal = _binary('less_equal', torch.le)
greater = _binary('greater', torch.gt)
greater_equal = _binary('greater_equal', torch.ge)
logical_and = _binary('logical_and', torch.logical_and)
logical_or = _binary('logical_or', torch.logical_or)
logical_xor = _binary('logical_xor', torch.logical_xor)
bitwise_and = _bitwise('bitwise_and', torch.bitwise_and)
bitwise_or = _bitwise('bitwise_or', torch.bitwise_or)
bitwise_xor = _bitwise('bitwise_xor', torch.bitwise_xor)
left_shift = _bitwise('left_shift', torch.bitwise_left_shift)
right_shift = _bitwise('right_shift', torch.bitwise_right_shift)

logical_not = _unary('logical_not', torch.logical_not)
invert = bitwise_not = _unary('invert', _invert)
negative = _unary('negative', _negative)
positive = _unary('positive', lambda x: x.clone())
absolute = abs = _unary('absolute', lambda x: x if x.dtype == torch.bool else torch.abs(x))
fabs = _unary('fabs', torch.abs, True)
sign = _unary('sign', lambda x: torch.where(torch.isnan(x), x, torch.sign(x)) if x.is_floating_point() else torch.sign(x))
floor = _unary('floor', _rounding(torch.floor))
ceil = _unary('ceil', _rounding(torch.ceil))
trunc = fix = _unary('trunc', _rounding(torch.trunc))
rint = _unary('rint', torch.round, True)
square = _unary('square', lambda x: torch.square(x))
reciprocal = _unary('reciprocal', lambda x: torch.reciprocal(x) if x.is_floating_point() or x.is_complex() else floor_divide._fn(wrap(torch.ones_like(x)), wrap(x)))
conjugate = conj = _unary('conjugate', conjugated)
isnan = _unary('isnan', torch.isnan)
isinf = _unary('isinf', torch.isinf)
isfinite = _unary('isfinite', torch.isfinite)
signbit = _unary('signbit', torch.signbit)
for _name, _torch_name in {
    'sqrt': 'sqrt', 'exp': 'exp', 'exp2': 'exp2', 'expm1': 'expm1', 'log': 'log', 'log2': 'log2',
    'log10': 'log10', 'log1p': 'log1p', 'sin': 'sin', 'cos': 'cos', 'tan': 'tan', 'arcsin': 'asin',
    'arccos': 'acos', 'arctan': 'atan', 'sinh': 'sinh', 'cosh': 'cosh', 'tanh': 'tanh',
    'arcsinh': 'asinh', 'arccosh': 'acosh', 'arctanh': 'atanh', 'deg2rad': 'deg2rad',
    'rad2deg': 'rad2deg',
}.items():
    globals()[_name] = _unary(_name, getattr(torch, _torch_name), True)
radians, degrees = deg2rad, rad2deg
cbrt = _unary('cbrt', lambda x: torch.sign(x) * torch.abs(x) ** (1 / 3), True)


def divmod_(a, b):
    return floor_divide(a, b), remainder(a, b)


def modf(x):
    x = _floating(asarray(x)._t)
    whole = torch.trunc(x)
    return result_of(x - whole), result_of(whole)


def _method(function, reflected=False, comparing=False):
    def operate(self, other):
        if isinstance(other, torch.Tensor):
            if not reflected:
                if function is add:
                    raise TypeError(
                        'Concatenation operation is not implemented for NumPy arrays, use '
                        'np.concatenate() instead. Please do not rely on this error; it may not be '
                        'given on all Python implementations.'
                    )
                return NotImplemented
            return function(other, self)
        if other is None and comparing:
            return wrap(torch.full(self._t.shape, function.__name__ == 'not_equal'))
        if isinstance(other, (str, type(None), dict)):
            return function.__name__ == 'not_equal' if comparing else NotImplemented
        if not isinstance(other, (int, float, complex, generic, ndarray, list, tuple)):
            if hasattr(other, '__array_ufunc__') or not hasattr(other, '__array__'):
                return NotImplemented
        return function(other, self) if reflected else function(self, other)

    return operate


def _inplace(function):
    def operate(self, other):
        return _store(function.__name__, self, function._fn(self, other))

    return operate


for _name, _function in {
    'add': add, 'sub': subtract, 'mul': multiply, 'truediv': divide, 'floordiv': floor_divide,
    'mod': remainder, 'pow': power, 'and': bitwise_and, 'or': bitwise_or, 'xor': bitwise_xor,
    'lshift': left_shift, 'rshift': right_shift,
}.items():
    setattr(ndarray, f'__{_name}__', _method(_function))
    setattr(ndarray, f'__r{_name}__', _method(_function, True))
    setattr(ndarray, f'__i{_name}__', _inplace(_function))
for _name, _function in {
    'eq': equal, 'ne': not_equal, 'lt': less, 'le': less_equal, 'gt': greater, 'ge': greater_equal,
}.items():
    setattr(ndarray, f'__{_name}__', _method(_function, comparing=_name in ('eq', 'ne')))
for _name, _function in {'neg': negative, 'pos': positive, 'abs': absolute, 'invert': invert}.items():
    setattr(ndarray, f'__{_name}__', lambda self, _function=_function: _function(self))


def _matmul(self, other):
    from ._products import matmul

    return matmul(self, other)


ndarray.__matmul__ = _matmul
ndarray.__rmatmul__ = lambda self, other: _matmul(other, self)
ndarray.__divmod__ = lambda self, other: divmod_(self, other)
