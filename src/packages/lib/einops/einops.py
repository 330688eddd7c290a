# Where einops defines its functions; some programs import them from here.

from ._operations import (
    EinopsError,
    asnumpy,
    einsum,
    parse_shape,
    rearrange,
    reduce,
    repeat,
)
