# Names of numpy that are not there: those that numpy 1.24 took away, and those that we have not got.

import _numpy_parts as parts

_GONE = {
    'bool': ('bool', 'bool_'), 'int': ('int', None), 'float': ('float', 'float64'),
    'complex': ('complex', 'complex128'), 'object': ('object', 'object_'), 'str': ('str', 'str_'),
}
_KNOWN = frozenset(
    'datetime64 timedelta64 busday_count record recarray rec matrix chararray void object_ str_ '
    'bytes_ unicode_ string_ longdouble float128 complex256 clongdouble memmap packbits unpackbits '
    'nditer piecewise poly poly1d polyadd polyder polydiv polyint polymul polysub roots '
    'unwrap sinc i0 hanning hamming blackman bartlett kaiser nanmedian nanpercentile nanquantile '
    'nancumprod histogram2d histogramdd histogram_bin_edges apply_over_axes block bmat ix_ '
    'genfromtxt fromfile fromstring fromregex ravel_multi_index unravel_index mask_indices '
    'tril_indices_from triu_indices_from diag_indices_from set_string_function seterrcall frompyfunc '
    'ldexp frexp spacing float_power lib core ctypeslib char emath dtypes exceptions ediff1d '
    'sort_complex msort asmatrix mat asarray_chkfinite nested_iters broadcast source info'.split()
)


def refuse(name):
    if name in _KNOWN:
        return parts.unsupported(f'numpy.{name}')
    if name in _GONE:
        plain, other = _GONE[name]
        own = f'If you specifically wanted the numpy scalar type, use `np.{other}` here.'
        if name == 'int':
            own = (
                'When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify '
                'the precision. If you wish to review your current use, check the release note link '
                'for additional information.'
            )
        raise AttributeError(
            f"module 'numpy' has no attribute {name!r}.\n`np.{name}` was a deprecated alias for the "
            f'builtin `{plain}`. To avoid this error in existing code, use `{plain}` by itself. Doing '
            f'this will not modify any behavior and is safe. {own}\nThe aliases was originally '
            'deprecated in NumPy 1.20; for more details and guidance see the original release note '
            'at:\n    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations'
        )
    raise AttributeError(f"module 'numpy' has no attribute {name!r}")
