"""bytearray: bytes that can be changed."""
data = bytearray(b'abc')
data.append(100)
data.extend([101, 102])
data += b'gh'
data[0] = 65
data[1:3] = b'--->'
print(data, len(data), data.pop(), data.pop(0), data)
data.insert(1, 33)
data.remove(45)
data.reverse()
del data[0]
del data[::2]
print(data, data.copy() == data, data.copy() is data, bytearray(3), bytearray([1, 2]), bytearray('é', 'utf-8'))
data[:] = b''
data *= 3
print(data, bytearray(b'ab') * 2, bytearray(b'a') + b'b', b'a' + bytearray(b'b'), bytearray(b'a,b').split(b','), bytearray(b"it's"), bytearray.fromhex('6162'))
data.clear()
for call in (lambda: data.pop(), lambda: data.append(256), lambda: data.append('a'), lambda: data.__setitem__(0, 1), lambda: data.remove(1), lambda: hash(data), lambda: data.extend('ab'), lambda: data.extend(5),
             lambda: bytearray(b'abc').__setitem__(slice(0, 3, 2), b'x'), lambda: bytearray(b'a').__setitem__(0, 'x'), lambda: bytearray('a'), lambda: data.__iadd__('a')):
    try:
        print(call())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
