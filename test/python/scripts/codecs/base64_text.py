"""base64, base32, base16, base85 and binascii."""
import base64
import binascii

data = bytes(range(250, 256)) + b'hello'
for name in ('b64', 'urlsafe_b64', 'b32', 'b32hex', 'b16', 'b85', 'a85'):
    encoded = getattr(base64, name + 'encode')(data)
    print(name, encoded, getattr(base64, name + 'decode')(encoded) == data)
print(base64.b64decode('aGk='), base64.b64decode(b'aG\nk='), base64.b64encode(b'\xff\xfe', altchars=b'-_'), base64.encodebytes(b'x' * 60))
print(base64.b32decode('mfrgg===', casefold=True), base64.b16decode('abCD', casefold=True), base64.a85encode(b'    \0\0\0\0', foldspaces=True, adobe=True))
print(binascii.hexlify(b'abcdef', '-', 2), binascii.unhexlify('00ff'), binascii.crc32(b'hello'), binascii.b2a_base64(b'hi', newline=False))
for call in (lambda: base64.b64decode('a'), lambda: base64.b64decode('abc'), lambda: base64.b64decode('ab%=', validate=True), lambda: base64.b64decode('é'),
             lambda: base64.b64encode('text'), lambda: base64.b32decode('a'), lambda: base64.b16decode('zz'), lambda: base64.b85decode(b'"'), lambda: binascii.unhexlify('abc')):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
