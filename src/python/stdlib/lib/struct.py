"""Values as bytes, by a format: https://docs.python.org/3.11/library/struct.html"""

import _struct
from _struct import error, calcsize

__all__ = [
    "calcsize",
    "pack",
    "pack_into",
    "unpack",
    "unpack_from",
    "iter_unpack",
    "Struct",
    "error",
]
error.__module__ = "struct"


def pack(format, /, *values):
    """The bytes of values."""
    return _struct.pack(format, values)


def unpack(format, buffer, /):
    """The values of bytes that are as many as the format says."""
    size = calcsize(format)
    buffer = memoryview(buffer)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return _struct.unpack(format, buffer)


def unpack_from(format, /, buffer, offset=0):
    """The values of the bytes from a place on."""
    size = calcsize(format)
    buffer = memoryview(buffer)
    length = len(buffer)
    if offset < 0:
        if offset + size > 0:
            raise error(f"not enough data to unpack {size} bytes")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < size:
        raise error(
            f"unpack_from requires a buffer of at least {offset + size} bytes for unpacking "
            f"{size} bytes at offset {offset} (actual buffer size is {length})"
        )
    return _struct.unpack(format, bytes(buffer[offset : offset + size]))


def pack_into(format, buffer, offset, /, *values):
    """Writes the bytes of values into a buffer, from a place on."""
    data = _struct.pack(format, values)
    size = len(data)
    view = memoryview(buffer)
    length = len(view)
    if offset < 0:
        if offset + size > 0:
            raise error(f"no space to pack {size} bytes at offset {offset}")
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        offset += length
    if length - offset < size:
        raise error(
            f"pack_into requires a buffer of at least {offset + size} bytes for packing "
            f"{size} bytes at offset {offset} (actual buffer size is {length})"
        )
    view[offset : offset + size] = data


def iter_unpack(format, buffer, /):
    """The values of each piece of a buffer."""
    size = calcsize(format)
    if size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    data = bytes(memoryview(buffer))
    if len(data) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return iter([_struct.unpack(format, data[at : at + size]) for at in range(0, len(data), size)])


class Struct:
    """A format that is read once."""

    def __init__(self, format):
        self.size = calcsize(format)
        self.format = format if isinstance(format, str) else format.decode()

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)
