# einops over torch's operators: https://einops.rocks/api/
#
# A pattern is read once (_patterns), and what it does to a shape once for each shape (_recipes).

from ._operations import (
    EinopsError,
    asnumpy,
    einsum,
    pack,
    parse_shape,
    rearrange,
    reduce,
    repeat,
    unpack,
)

__version__ = '0.8.0'
__all__ = [
    'rearrange',
    'reduce',
    'repeat',
    'einsum',
    'pack',
    'unpack',
    'parse_shape',
    'asnumpy',
    'EinopsError',
]
