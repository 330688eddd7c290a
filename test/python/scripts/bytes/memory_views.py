"""memoryview: a look at the memory of bytes, without copying it."""
data = bytearray(b'abcdefgh')
view = memoryview(data)
print(len(view), view[0], view[-1], bytes(view[2:5]), view[::2].tobytes(), view[::-1].tolist(), view.readonly, view.format, view.itemsize)
print(view.nbytes, view.shape, view.strides, view.ndim, view.obj is data, view.contiguous, view[::2].contiguous)
view[0] = 65
view[1:3] = b'XY'
print(data, view == data, memoryview(b'abc') == b'abc', b'abc' == memoryview(b'abc'), list(memoryview(b'ab')), 97 in memoryview(b'a'))
pairs = view.cast('H')
print(len(pairs), pairs.itemsize, pairs[0], memoryview(bytearray(8)).cast('d').tolist(), memoryview(b'\1\0\xff\xff').cast('h').tolist())
pairs[0] = 1
print(data, view.toreadonly().readonly, view.hex(), b''.join([memoryview(b'x'), b'y']), hash(memoryview(b'a')) == hash(b'a'))
with memoryview(b'x') as short:
    print(short[0])
for call in (lambda: short[0], lambda: memoryview(b'a').__setitem__(0, 1), lambda: view.__setitem__(0, 300), lambda: view.__setitem__(0, 'a'), lambda: view.__setitem__(slice(0, 2), b'abc'), lambda: view[99],
             lambda: view['a'], lambda: memoryview('a'), lambda: view.cast('Z'), lambda: view[:3].cast('H'), lambda: view[::2].cast('B'), lambda: hash(view)):
    try:
        print(call())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
