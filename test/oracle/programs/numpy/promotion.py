# Which type comes out: of arrays, of arrays with numbers, of scalars, of functions.
import numpy as np

names = ['bool', 'uint8', 'int8', 'int16', 'int32', 'int64', 'float16', 'float32', 'float64', 'complex64', 'complex128']
for a in names:
    print(a, *[np.promote_types(a, b) for b in names])
for name in names[1:]:
    x = np.ones(2, dtype=name)
    print(name, (x + 1).dtype, (x * 1.5).dtype, (x + True).dtype, (x / x).dtype, np.sqrt(x).dtype, x.sum() == 2, x.mean().dtype)
    print((x + np.float64(2)).dtype, (x + np.int32(2)).dtype, (x[0] + 1).dtype, (x[0] * 1.5).dtype, (x[0] + np.float32(1)).dtype)
print((np.ones(2, dtype=np.int8) + 300).dtype, (np.ones(2, np.float16) + 1e6).dtype)
print(np.array([200, 100], dtype=np.uint8) + np.uint8(100), np.array([1.9, -1.9]).astype(int), np.array([300]).astype(np.uint8))
print(np.array([1, 2.5]).dtype, np.array([True, 2]).dtype, np.array([np.float32(1), np.float32(2)]).dtype)
print(isinstance(np.float64(1), float), isinstance(np.int64(1), int), np.issubdtype(np.int32, np.integer))
print({np.int64(3): 'three'}[3], np.int64(3) in {3}, hash(np.float64(1.5)) == hash(1.5), [10, 20, 30][np.int64(1)])
