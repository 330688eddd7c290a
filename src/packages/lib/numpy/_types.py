# Types of elements: dtype objects, the classes of scalars, and promotion.
# https://numpy.org/doc/1.24/reference/arrays.scalars.html

import torch
import _numpy_parts as parts


class dtype:
    # One object for each type; `np.dtype(x)` finds it.
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def __new__(cls, which, align=False, copy=False):
        if isinstance(which, dtype):
            return which
        if which is None:
            return _BY_NAME['float64']
        found = None
        if isinstance(which, str):
            found = _BY_NAME.get(which) or _BY_NAME.get(which.lstrip('<=|'))
        elif isinstance(which, type):
            found = _BY_CLASS.get(which)
            if found is None and which in (object, str, bytes):
                return parts.unsupported(f'numpy arrays of {which.__name__}')
        elif isinstance(which, torch.dtype):
            raise TypeError(f'Cannot interpret {str(which)!r} as a data type')
        elif hasattr(which, 'dtype') and isinstance(which.dtype, dtype):
            return which.dtype
        if found is None:
            if isinstance(which, str):
                if which[:1] in 'USOVMm<>|' or which in ('str', 'object', 'bytes'):
                    return parts.unsupported(f'numpy arrays of {which!r}')
                raise TypeError(f'data type {which!r} not understood')
            raise TypeError(f'Cannot interpret {which!r} as a data type')
        return found

    @property
    def str(self):
        return ('|' if self.itemsize == 1 else '<') + self.kind + repr(self.itemsize)

    @property
    def isbuiltin(self):
        return 1

    byteorder = '='
    names = fields = subdtype = None
    shape = ()
    hasobject = False
    isnative = True

    def newbyteorder(self, order='S'):
        return self

    def __eq__(self, other):
        if self is other:
            return True
        if isinstance(other, dtype) or other is None:
            return False
        try:
            return self is dtype(other)
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        return self is not dtype(other) and promote_types(self, other) is dtype(other)

    def __le__(self, other):
        return promote_types(self, other) is dtype(other)

    def __gt__(self, other):
        return dtype(other) < self

    def __ge__(self, other):
        return dtype(other) <= self

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name

    def __reduce__(self):
        return dtype, (self.name,)


class generic:
    # A scalar; what it does not do itself, the array without dimensions does.
    shape = ()
    ndim = 0
    size = 1

    def __new__(cls, value=0):
        if isinstance(value, str):
            value = int(value) if issubclass(cls, integer) else float(value)
        if not isinstance(value, (int, float, complex)):
            from ._core import array

            whole = array(value, dtype=cls.dtype)
            return whole[()] if whole.ndim == 0 else whole
        self = object.__new__(cls)
        self._v = _fitted(value, cls.dtype)
        return self

    def item(self, *args):
        return self._v

    tolist = item

    def __number_key__(self):
        # What a dict or a set finds it by.
        return self.item()

    @property
    def itemsize(self):
        return self.dtype.itemsize

    nbytes = itemsize

    @property
    def T(self):
        return self

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return type(self)(0)

    @property
    def _t(self):
        return torch.tensor(self.item(), dtype=self.dtype._torch)

    def __array__(self, dtype=None):
        from ._core import array

        return array(self, dtype=dtype)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        from ._core import _METHODS, ndarray, wrap

        if name not in _METHODS and not hasattr(ndarray, name):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        return getattr(wrap(self._t), name)

    def __getitem__(self, key):
        from ._core import wrap

        if key == () or key is Ellipsis or key is None:
            return wrap(self._t)[key]
        raise IndexError('invalid index to scalar variable.')

    def __bool__(self):
        return bool(self.item())

    def __int__(self):
        return int(self.item())

    def __float__(self):
        return float(self.item())

    def __complex__(self):
        return complex(self.item())

    def __hash__(self):
        return hash(self.item())

    def __repr__(self):
        return str(self.item())

    __str__ = __repr__

    def __format__(self, spec):
        return format(self.item(), spec)

    def __reduce__(self):
        return type(self), (self.item(),)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return int(round(self.item()))
        return type(self)(round(self.item(), ndigits))

    def astype(self, dtype, copy=True):
        from ._core import wrap

        return wrap(self._t).astype(dtype)[()]


def _operator(name, reflected=False):
    method = f'__{"r" if reflected else ""}{name}__'
    plain = name in ('add', 'sub', 'mul', 'eq', 'ne', 'lt', 'le', 'gt', 'ge')

    def operate(self, other):
        if plain:
            kind = type(other)
            # Python's own arithmetic is that of these.
            if kind in (int, float) or isinstance(other, generic):
                result = _plainly(self, other, method)
                if result is not NotImplemented:
                    return result
        if isinstance(other, torch.Tensor):
            return NotImplemented
        from ._core import wrap

        return getattr(wrap(self._t), method)(other)

    operate.__name__ = method
    return operate


def _plainly(self, other, method):
    a, b = self.dtype, other.dtype if isinstance(other, generic) else _OF_PYTHON[type(other)]
    if a.kind not in 'if' or b.kind not in 'if':
        return NotImplemented
    kind = promote_types(a, b)
    x = self.item()
    y = other.item() if isinstance(other, generic) else other
    if kind.kind == 'f':
        x, y = float(x), float(y)
        result = getattr(float, method)(x, y)
    else:
        result = getattr(int, method)(x, y)
    if isinstance(result, bool):
        return bool_(result)
    if kind.kind == 'i' and not -1 << kind.itemsize * 8 - 1 <= result < 1 << kind.itemsize * 8 - 1:
        return NotImplemented
    return kind.type(result)


for _name in 'add sub mul truediv floordiv mod divmod pow and or xor lshift rshift matmul'.split():
    setattr(generic, f'__{_name}__', _operator(_name))
    setattr(generic, f'__r{_name}__', _operator(_name, True))
for _name in 'eq ne lt le gt ge'.split():
    setattr(generic, f'__{_name}__', _operator(_name))
for _name in 'neg pos abs invert'.split():

    def _unary(self, _method=f'__{_name}__'):
        from ._core import wrap

        return getattr(wrap(self._t), _method)()

    setattr(generic, f'__{_name}__', _unary)


class number(generic):
    pass


class integer(number):
    def __index__(self):
        return self.item()

    @property
    def numerator(self):
        return self

    @property
    def denominator(self):
        return type(self)(1)


class signedinteger(integer):
    pass


class unsignedinteger(integer):
    pass


class inexact(number):
    pass


class floating(inexact):
    def __repr__(self):
        return parts.scalar_text(float(self.item()), self.dtype._torch)

    __str__ = __repr__

    def is_integer(self):
        return float(self.item()).is_integer()


class complexfloating(inexact):
    @property
    def real(self):
        return _REAL[self.dtype.name](self.item().real)

    @property
    def imag(self):
        return _REAL[self.dtype.name](self.item().imag)


class flexible(generic):
    pass


class character(flexible):
    pass


class object_(generic):
    pass


class str_(character):
    pass


class bool_(generic):
    def __index__(self):
        raise TypeError("'numpy.bool_' object cannot be interpreted as an integer")


def _python_number(base, own):
    # The scalars that are Python's numbers too.
    def new(cls, value=0):
        if isinstance(value, (int, float, complex, str)):
            return base.__new__(cls, value)
        return generic.__new__(cls, value)

    def item(self, *args):
        return getattr(base, f'__{base.__name__}__')(self)

    own['__new__'] = new
    own['item'] = own['tolist'] = item
    return own


def _make(name, base, kind, size, char, num, torch_name, also=None):
    cls = type(name, (base,) if also is None else (base, also), {} if also is None else _python_number(also, {}))
    cls.__module__ = 'numpy'
    parts.name_in_messages(cls, f'numpy.{name}')
    made = object.__new__(dtype)
    made.name, made.kind, made.itemsize, made.char, made.num = name, kind, size, char, num
    made.type, made.alignment = cls, size
    made._torch = None if torch_name is None else getattr(torch, torch_name)
    cls.dtype = made
    _BY_NAME[name] = _BY_NAME[char] = _BY_NAME[kind + str(size)] = _BY_CLASS[cls] = made
    if made._torch is not None:
        OF_TORCH[made._torch] = made
    return cls


_BY_NAME, _BY_CLASS, OF_TORCH = {}, {}, {}

bool_ = _make('bool', bool_, 'b', 1, '?', 0, 'bool')
bool_.__name__ = bool_.__qualname__ = 'bool_'
int8 = _make('int8', signedinteger, 'i', 1, 'b', 1, 'int8')
uint8 = _make('uint8', unsignedinteger, 'u', 1, 'B', 2, 'uint8')
int16 = _make('int16', signedinteger, 'i', 2, 'h', 3, 'int16')
uint16 = _make('uint16', unsignedinteger, 'u', 2, 'H', 4, None)
int32 = _make('int32', signedinteger, 'i', 4, 'i', 5, 'int32')
uint32 = _make('uint32', unsignedinteger, 'u', 4, 'I', 6, None)
int64 = _make('int64', signedinteger, 'i', 8, 'l', 7, 'int64')
uint64 = _make('uint64', unsignedinteger, 'u', 8, 'L', 8, None)
float16 = _make('float16', floating, 'f', 2, 'e', 23, 'float16')
float32 = _make('float32', floating, 'f', 4, 'f', 11, 'float32')
float64 = _make('float64', floating, 'f', 8, 'd', 12, 'float64', float)
complex64 = _make('complex64', complexfloating, 'c', 8, 'F', 14, 'complex64')
complex128 = _make('complex128', complexfloating, 'c', 16, 'D', 15, 'complex128', complex)
_REAL = {'complex64': float32, 'complex128': float64}
_OF_PYTHON = {bool: bool_.dtype, int: int64.dtype, float: float64.dtype, complex: complex128.dtype}
_BY_CLASS.update(_OF_PYTHON)
_BY_CLASS.update({
    signedinteger: int64.dtype, integer: int64.dtype, floating: float64.dtype,
    number: float64.dtype, inexact: float64.dtype, complexfloating: complex128.dtype,
    unsignedinteger: uint64.dtype,
})
for _alias, _name in {
    'bool_': 'bool', 'bool8': 'bool', 'int': 'int64', 'int_': 'int64', 'long': 'int64', 'q': 'int64',
    'longlong': 'int64', 'intp': 'int64', 'p': 'int64', 'intc': 'int32', 'short': 'int16',
    'byte': 'int8', 'ubyte': 'uint8', 'float': 'float64', 'float_': 'float64', 'double': 'float64',
    'single': 'float32', 'half': 'float16', 'complex': 'complex128', 'cfloat': 'complex128',
    'csingle': 'complex64', 'uint': 'uint64',
}.items():
    _BY_NAME[_alias] = _BY_NAME[_name]


def _fitted(value, kind):
    # A Python number as an element of this type.
    if kind.kind == 'b':
        return bool(value)
    if kind.kind in 'iu':
        value = int(value)
        bits = kind.itemsize * 8
        value &= (1 << bits) - 1
        if kind.kind == 'i' and value >> bits - 1:
            value -= 1 << bits
        return value
    if kind.kind == 'f':
        return torch.tensor(float(value), dtype=kind._torch).item()
    return torch.tensor(complex(value), dtype=kind._torch).item()


def dtype_of_number(value):
    if isinstance(value, generic):
        return value.dtype
    if isinstance(value, bool):
        return bool_.dtype
    if isinstance(value, int):
        return int64.dtype
    return float64.dtype if isinstance(value, float) else complex128.dtype


_FLOATS = {1: 'float16', 2: 'float32'}


def promote_types(a, b):
    a, b = dtype(a), dtype(b)
    if a is b or b.kind == 'b':
        return a
    if a.kind == 'b':
        return b
    if 'biufc'.index(a.kind.replace('u', 'i')) > 'biufc'.index(b.kind.replace('u', 'i')):
        a, b = b, a
    if b.kind in 'iu':
        if a.kind == b.kind:
            return a if a.itemsize > b.itemsize else b
        signed, unsigned = (a, b) if a.kind == 'i' else (b, a)
        if signed.itemsize > unsigned.itemsize:
            return signed
        wide = unsigned.itemsize * 2
        return _BY_NAME['float64' if wide > 8 else f'i{wide}']
    if a.kind in 'iu':
        a = _BY_NAME[_FLOATS.get(a.itemsize, 'float64')]
    if b.kind == 'f':
        return a if a.itemsize > b.itemsize else b
    if a.kind == 'f':
        return _BY_NAME['complex128'] if a.itemsize == 8 else b
    return a if a.itemsize > b.itemsize else b


def min_scalar_type(value):
    kind = dtype_of_number(value)
    value = value.item() if isinstance(value, generic) else value
    if kind.kind in 'iu':
        for name in ('uint8', 'uint16', 'uint32', 'uint64') if value >= 0 else ('int8', 'int16', 'int32'):
            if iinfo(name).min <= value <= iinfo(name).max:
                return _BY_NAME[name]
        return kind
    if kind.kind == 'f':
        for name, most in (('float16', 65000), ('float32', 3.4e38)):
            if value != value or abs(value) == float('inf') or abs(value) < most:
                return _BY_NAME[name]
    return _BY_NAME['complex64'] if kind.kind == 'c' else kind


def with_number(kind, value):
    # The type of an array's result with a number, which counts by its value only within its kind.
    own = dtype_of_number(value)
    ranks = 'biufc'
    mine, its = (ranks.index(each.kind.replace('u', 'i')) for each in (kind, own))
    if its > mine:
        return promote_types(kind, own)
    if its < mine or kind.kind == 'b' or own is kind:
        return kind
    value = value.item() if isinstance(value, generic) else value
    if kind.kind in 'iu':
        limits = iinfo(kind)
        if limits.min <= value <= limits.max:
            return kind
        for size in (1, 2, 4, 8):
            limits = iinfo(f'i{size}')
            if limits.min <= value <= limits.max:
                return promote_types(kind, f'i{size}')
        return parts.unsupported('numpy integers beyond 64 bits')
    if kind.kind == 'f':
        return promote_types(kind, min_scalar_type(value))
    return kind


_INT_LIMITS = {}


class iinfo:
    def __init__(self, which):
        kind = which.dtype if isinstance(which, generic) else dtype(which)
        if kind.kind not in 'iu':
            raise ValueError(f'Invalid integer data type {kind.kind!r}.')
        self.dtype, self.kind, self.bits = kind, kind.kind, kind.itemsize * 8
        self.min = -1 << self.bits - 1 if kind.kind == 'i' else 0
        self.max = (1 << self.bits - (kind.kind == 'i')) - 1

    def __str__(self):
        line = '-' * 63
        return f'Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n'

    def __repr__(self):
        return f'iinfo(min={self.min}, max={self.max}, dtype={self.dtype})'


class finfo:
    def __init__(self, which):
        kind = which.dtype if hasattr(which, 'dtype') and not isinstance(which, type) else dtype(which)
        if kind.kind == 'c':
            kind = _REAL[kind.name].dtype
        if kind.kind != 'f':
            raise ValueError(f'data type {kind.type!r} not inexact')
        self.dtype, make = kind, kind.type
        self.bits = kind.itemsize * 8
        self.nmant, low, self.precision = {2: (10, -14, 3), 4: (23, -126, 6), 8: (52, -1022, 15)}[kind.itemsize]
        self.minexp, self.maxexp, self.nexp = low, 2 - low, self.bits - self.nmant - 1
        self.iexp, self.negep = self.nexp, -self.nmant - 1
        self.eps = make(2.0**-self.nmant)
        self.epsneg = make(2.0 ** (-self.nmant - 1))
        self.tiny = self.smallest_normal = make(2.0**low)
        self.smallest_subnormal = make(2.0 ** (low - self.nmant))
        self.max = make((2 - 2.0**-self.nmant) * 2.0 ** (1 - low))
        self.min = -self.max
        self.resolution = make(10.0**-self.precision)

    def __repr__(self):
        return f'finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})'


def issubdtype(a, b):
    if not isinstance(a, type) or not issubclass(a, generic):
        a = dtype(a).type
    if not isinstance(b, type) or not issubclass(b, generic):
        b = dtype(b).type
    return issubclass(a, b)
