# exact: arrays and scalars as numpy prints them.
import numpy as np

print(np.array([1, 2.5, 3]), repr(np.array([[1, 2], [3, 4]], dtype=np.float32)))
print(repr(np.array([1e10, 1.0])), repr(np.array([1e-5, 1.0])), repr(np.array([np.nan, 1, -np.inf])))
print(repr(np.array([0.1, 0.123456789123, 10.5])), np.array([0.001953125, 1.0]))
print(repr(np.array([1 + 1j, 2.5 - 3.25j])), repr(np.array([True, False])), repr(np.array(5)))
print(repr(np.zeros((0, 3))), repr(np.array([])), repr(np.zeros((2, 0), dtype=np.int32)))
print(np.arange(1001), repr(np.arange(1002).reshape(3, 334)))
print(np.arange(24).reshape(2, 3, 4), repr(np.linspace(0, 1, 30)))
print(np.arange(2000.0).reshape(2, 10, 100))
print(np.float64(1e16), np.float64(1e-5), np.float32(0.1), np.float16(0.1), np.float32(1e10))
print(repr(np.int64(3)), repr(np.bool_(True)), repr(np.complex64(1 + 2j)), -np.float64('inf'))
print(f'{np.float32(1.5):.2f} {np.int64(4):03d} {np.array(2.5)}')
with np.printoptions(precision=3, suppress=True, threshold=5, edgeitems=2):
    print(np.array([1e-6, 1234.56789]), np.arange(10))
print(np.array([1e-6, 1234.56789]))
print(np.dtype('float32'), repr(np.dtype(int)), np.float32, np.iinfo(np.int8), np.finfo(np.float32).eps)
