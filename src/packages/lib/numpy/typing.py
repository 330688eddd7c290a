# Names for annotations: https://numpy.org/doc/1.24/reference/typing.html

from typing import Any, TypeVar, Union

from ._core import ndarray
from ._types import dtype, generic

_ScalarType = TypeVar('ScalarType', bound=generic, covariant=True)
ArrayLike = Union[ndarray, generic, bool, int, float, complex, str, bytes, list, tuple]
DTypeLike = Any


class NDArray:
    def __class_getitem__(cls, item):
        return ndarray[Any, dtype]
