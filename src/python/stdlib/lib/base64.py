"""Bytes as text of few characters: https://docs.python.org/3.11/library/base64.html"""

import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode',
           'b32encode', 'b32decode', 'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode',
           'b85encode', 'b85decode', 'a85encode', 'a85decode', 'standard_b64encode',
           'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']


def _bytes(s):
    """Bytes, or the bytes of a str that is ASCII."""
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError('argument should be a bytes-like object or ASCII string, not %r'
                        % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _encode32(alphabet, s):
    s = bytes(s)
    encoded = bytearray()
    for at in range(0, len(s), 5):
        chunk = s[at:at + 5]
        bits = int.from_bytes(chunk.ljust(5, b'\0'), 'big')
        group = bytes(alphabet[bits >> shift & 31] for shift in range(35, -1, -5))
        used = (len(chunk) * 8 + 4) // 5
        encoded += group[:used].ljust(8, b'=')
    return bytes(encoded)


def _decode32(alphabet, s, casefold=False, map01=None):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    padding = length - len(s)
    values = {char: value for value, char in enumerate(alphabet)}
    decoded = bytearray()
    bits = 0
    for at in range(0, len(s), 8):
        bits = 0
        for char in s[at:at + 8]:
            if char not in values:
                raise binascii.Error('Non-base32 digit found') from None
            bits = bits << 5 | values[char]
        decoded += (bits << 5 * (8 - len(s[at:at + 8]))).to_bytes(5, 'big')
    if length % 8 or padding not in {0, 1, 3, 4, 6}:
        raise binascii.Error('Incorrect padding')
    if padding and decoded:
        del decoded[len(decoded) - (5 * padding + 7) // 8:]
    return bytes(decoded)


def b32encode(s):
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32_HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(char not in b'0123456789ABCDEF' for char in s):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


_A85 = bytes(range(33, 118))
_B85 = (b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
        b'!#$%&()*+-;<=>?@^_`{|}~')


def _encode85(b, alphabet, pad, zeros=None, spaces=None):
    if not isinstance(b, (bytes, bytearray)):
        b = memoryview(b).tobytes()
    missing = -len(b) % 4
    b = bytes(b) + bytes(missing)
    groups = []
    for at in range(0, len(b), 4):
        word = int.from_bytes(b[at:at + 4], 'big')
        if zeros and not word:
            groups.append(zeros)
        elif spaces and word == 0x20202020:
            groups.append(spaces)
        else:
            digits = []
            for _ in range(5):
                word, digit = divmod(word, 85)
                digits.append(alphabet[digit])
            groups.append(bytes(digits[::-1]))
    if missing and not pad:
        if groups[-1] == zeros:
            groups[-1] = alphabet[:1] * 5
        groups[-1] = groups[-1][:-missing]
    return b''.join(groups)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    encoded = _encode85(b, _A85, pad, b'z', b'y' if foldspaces else None)
    if adobe:
        encoded = b'<~' + encoded
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [encoded[i:i + wrapcol] for i in range(0, len(encoded), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        encoded = b'\n'.join(lines)
    return encoded + b'~>' if adobe else encoded


def b85encode(b, pad=False):
    return _encode85(b, _B85, pad)


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    decoded = []
    group = []
    for char in b + b'u' * 4:
        if 33 <= char <= 117:
            group.append(char - 33)
            if len(group) == 5:
                decoded.append(_word85(group, 'Ascii85 overflow'))
                group = []
        elif char == 122:
            if group:
                raise ValueError('z inside Ascii85 5-tuple')
            decoded.append(bytes(4))
        elif foldspaces and char == 121:
            if group:
                raise ValueError('y inside Ascii85 5-tuple')
            decoded.append(b'    ')
        elif char not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % char)
    result = b''.join(decoded)
    padding = 4 - len(group)
    return result[:-padding] if padding else result


def _word85(group, overflow):
    word = 0
    for digit in group:
        word = word * 85 + digit
    if word >= 1 << 32:
        raise ValueError(overflow) from None
    return word.to_bytes(4, 'big')


def b85decode(b):
    b = _bytes(b)
    padding = -len(b) % 5
    b = bytes(b) + b'~' * padding
    values = {char: value for value, char in enumerate(_B85)}
    decoded = []
    for at in range(0, len(b), 5):
        group = []
        for place, char in enumerate(b[at:at + 5], at):
            if char not in values:
                raise ValueError('bad base85 character at position %d' % place) from None
            group.append(values[char])
        decoded.append(_word85(group, 'base85 overflow in hunk starting at byte %d' % at))
    result = b''.join(decoded)
    return result[:-padding] if padding else result


# A line of MIME holds 76 characters, which are 57 bytes.
_LINE = 57


def encode(input, output):
    while chunk := input.read(_LINE):
        while len(chunk) < _LINE and (more := input.read(_LINE - len(chunk))):
            chunk += more
        output.write(binascii.b2a_base64(chunk))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_bytes(s):
    view = s if isinstance(s, (bytes, bytearray)) else None
    if view is None:
        try:
            view = memoryview(s)
        except TypeError:
            raise TypeError('expected bytes-like object, not %s'
                            % s.__class__.__name__) from None
        if view.format not in 'cbB':
            raise TypeError('expected single byte elements, not %r from %s'
                            % (view.format, s.__class__.__name__))
        if view.ndim != 1:
            raise TypeError('expected 1-D data, not %d-D data from %s'
                            % (view.ndim, s.__class__.__name__))


def encodebytes(s):
    _check_bytes(s)
    return b''.join(binascii.b2a_base64(s[i:i + _LINE]) for i in range(0, len(s), _LINE))


def decodebytes(s):
    _check_bytes(s)
    return binascii.a2b_base64(s)
