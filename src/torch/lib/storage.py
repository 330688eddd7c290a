# Storages: the numbers that tensors are views of, as a sequence.
# https://pytorch.org/docs/stable/storage.html

import torch


class TypedStorage:
    def __init__(self, flat=None):
        self._flat = torch.empty(0, dtype=self.dtype) if flat is None else flat

    @property
    def device(self):
        return self._flat.device

    def element_size(self):
        return self._flat.element_size()

    def nbytes(self):
        return self.element_size() * len(self)

    def size(self):
        return len(self)

    def data_ptr(self):
        return self._flat.data_ptr()

    def tolist(self):
        return self._flat.tolist()

    def __len__(self):
        return self._flat.numel()

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(self._flat[index])
        return self._flat[index].item()

    def __setitem__(self, index, value):
        self._flat[index] = value

    def __iter__(self):
        return iter(self.tolist())

    def __repr__(self):
        lines = ''.join(f' {number}\n' for number in self)
        return (
            f'{lines}[torch.storage.TypedStorage(dtype={self.dtype}, device={self.device}) '
            f'of size {len(self)}]'
        )


class UntypedStorage:
    """The same as bytes."""

    def __init__(self, flat):
        self._flat = flat
        self.device = flat.device

    def nbytes(self):
        return self._flat.numel() * self._flat.element_size()

    def size(self):
        return self.nbytes()

    def data_ptr(self):
        return self._flat.data_ptr()

    def __len__(self):
        return self.nbytes()


class DoubleStorage(TypedStorage):
    dtype = torch.float64


class FloatStorage(TypedStorage):
    dtype = torch.float32


class HalfStorage(TypedStorage):
    dtype = torch.float16


class BFloat16Storage(TypedStorage):
    dtype = torch.bfloat16


class LongStorage(TypedStorage):
    dtype = torch.int64


class IntStorage(TypedStorage):
    dtype = torch.int32


class ShortStorage(TypedStorage):
    dtype = torch.int16


class CharStorage(TypedStorage):
    dtype = torch.int8


class ByteStorage(TypedStorage):
    dtype = torch.uint8


class BoolStorage(TypedStorage):
    dtype = torch.bool


class ComplexFloatStorage(TypedStorage):
    dtype = torch.complex64


class ComplexDoubleStorage(TypedStorage):
    dtype = torch.complex128


_classes = TypedStorage.__subclasses__()
for _cls in _classes:
    _cls.__module__ = 'torch'
_by_dtype = {cls.dtype: cls for cls in _classes}


def _storage_of(tensor):
    """The storage that a tensor is a view of."""
    flat = torch._C._tensor_in(tensor.detach(), 0, [torch._C._storage_size(tensor)], [1])
    return _by_dtype[tensor.dtype](flat)


def _bytes_of(tensor):
    return UntypedStorage(_storage_of(tensor)._flat)
