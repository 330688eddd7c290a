# numpy over torch's operators: https://numpy.org/doc/1.24/reference/
#
# The surface that programs with networks touch. Arrays hold tensors (_core), so that shapes are known
# at once and numbers when somebody looks; what has not been asked for is not even read.

from ._core import (
    AxisError,
    array,
    array2string,
    array_repr,
    array_str,
    asanyarray,
    asarray,
    get_printoptions,
    ndarray,
    newaxis,
    printoptions,
    set_printoptions,
)
from ._types import (
    bool_, complex64, complex128, complexfloating, dtype, finfo, flexible, float16, float32,
    float64, floating, generic, iinfo, inexact, int8, int16, int32, int64, integer, issubdtype,
    min_scalar_type, number, promote_types, signedinteger, uint8, uint16, uint32, uint64,
    unsignedinteger,
)
from ._ufuncs import *
from ._ufuncs import abs, absolute, divmod_ as divmod, ufunc

__version__ = '1.24.2'

from math import e, inf, nan, pi

Inf = Infinity = PINF = infty = inf
NaN = NAN = nan
NINF = -inf
PZERO, NZERO = 0.0, -0.0
euler_gamma = 0.5772156649015329
bool8 = bool_
int_ = intp = longlong = int64
uint = uintp = ulonglong = uint64
intc, short, byte, ubyte, ushort, uintc = int32, int16, int8, uint8, uint16, uint32
float_ = double = float64
single, half = float32, float16
complex_ = cdouble = cfloat = complex128
csingle = singlecomplex = complex64
little_endian = True

_LATER = {
    '_creation': 'zeros ones empty full zeros_like ones_like empty_like full_like copy '
    'ascontiguousarray require fromiter fromfunction frombuffer arange linspace '
    'logspace geomspace eye identity tri diag diagflat tril triu tril_indices triu_indices '
    'diag_indices vander meshgrid indices mgrid ogrid r_ c_',
    '_reductions': 'sum prod mean var std max amax min amin ptp all any count_nonzero argmax argmin '
    'cumsum cumprod diff median percentile quantile average nansum nanprod nanmax nanmin nanargmax '
    'nanargmin nancumsum nanmean nanvar nanstd cov corrcoef trace',
    '_shaping': 'reshape ravel transpose swapaxes moveaxis rollaxis expand_dims squeeze broadcast_to '
    'broadcast_shapes broadcast_arrays atleast_1d atleast_2d atleast_3d concatenate stack vstack '
    'row_stack hstack dstack column_stack append array_split split hsplit vsplit dsplit tile repeat '
    'resize flip flipud fliplr rot90 roll delete insert pad diagonal fill_diagonal copyto trim_zeros '
    'ndim shape size',
    '_searching': 'sort argsort lexsort partition argpartition searchsorted digitize nonzero '
    'flatnonzero argwhere where select choose take take_along_axis put_along_axis put compress '
    'extract clip round around round_ unique bincount histogram interp isin in1d intersect1d union1d '
    'setdiff1d setxor1d isclose allclose array_equal array_equiv nan_to_num real_if_close '
    'iscomplexobj isrealobj isreal iscomplex',
    '_products': 'matmul dot inner vdot outer tensordot einsum kron cross convolve correlate trapz '
    'gradient polyfit polyval',
    '_modes': 'can_cast common_type errstate geterr isscalar iterable may_share_memory ndenumerate '
    'ndindex result_type seterr shares_memory vectorize apply_along_axis asfortranarray real imag angle',
    '_files': 'save load savez savez_compressed savetxt loadtxt',
}
_HOMES = {name: home for home, names in _LATER.items() for name in names.split()}
_MODULES = frozenset(('random', 'linalg', 'fft', 'testing', 'typing', 'lib', 'ma', 'polynomial'))


def __getattr__(name):
    home = _HOMES.get(name)
    if home is not None:
        module = __import__(f'numpy.{home}', fromlist=[name])
        value = getattr(module, name)
        globals()[name] = value
        return value
    if name in _MODULES:
        return __import__(f'numpy.{name}', fromlist=['*'])
    if name.startswith('__'):
        raise AttributeError(f"module 'numpy' has no attribute {name!r}")
    from ._missing import refuse

    return refuse(name)


def __dir__():
    return sorted([*globals(), *_HOMES])


