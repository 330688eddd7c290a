"""Methods of bytes: like those of str, on numbers from 0 to 255."""
data = b'Hello, World\x00\xff'
print(data, len(data), data[0], data[-1], data[1:4], data[::-2], list(b'ab'), 72 in data, b'lo' in data)
print(data.find(b'o'), data.find(111, 5), data.rfind(b'l'), data.count(b'l'), data.index(b'W'), data.startswith((b'x', b'He')), data.endswith(b'\xff'))
print(data.upper(), data.swapcase(), b'a-b'.title(), b'abc'.capitalize(), b'\xe9A'.lower(), data.split(b', '), b' a b '.split(), b'a,b'.partition(b','))
print(b'  x '.strip(), b'xxaxx'.strip(b'x'), b'7'.zfill(3), b'a'.center(5, b'-'), b'a\tb'.expandtabs(4), b'a\nb\r\nc'.splitlines(), b'aXb'.replace(b'X', b'--'))
print(b'-'.join([b'a', bytearray(b'b')]), b'ab' * 2, b'a' + b'b', b'abc'.translate(bytes.maketrans(b'ab', b'xy'), b'c'), b'abc'.hex(), b'abc'.hex(':', 2), bytes.fromhex('61 62FF'))
print(b'%s %d %x %c %a %r %5.1f|%-3d|' % (b'b', 5, 255, 65, 'é', 'q', 2.55, 1), b'%(k)b' % {b'k': b'v'}, b"it's", b'"', b'\'"\\\n\t\r\x80')
print(b'a' < b'b', b'a' == 'a', b'a' == bytearray(b'a'), bytes(3), bytes([1, 255]), bytes('é', 'utf-8'), b'abc'.isalpha(), b'12'.isdigit(), b'A b'.istitle(), b'\x80'.isascii())
print(int.from_bytes(b'\x01\x00', 'big'), (256).to_bytes(2, 'little'), b'abc'.removeprefix(b'a'), hash(b'a') == hash(b'a'), bytes(range(3)), bytes(b'x'))
for call in (lambda: b'a'[5], lambda: b'a' + 'a', lambda: bytes([256]), lambda: bytes(-1), lambda: bytes('a'), lambda: bytes(1.5), lambda: b'a'.find('a'), lambda: 'a' in b'a', lambda: 300 in b'a',
             lambda: b'a'.index(b'x'), lambda: bytes.fromhex('6'), lambda: bytes.fromhex('zz'), lambda: b','.join(['a']), lambda: b'a'.split(''), lambda: b'a'.startswith('a'), lambda: b'a' % 1, lambda: b'%d' % 'a', lambda: b'a'.hex(':::')):
    try:
        print(call())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
