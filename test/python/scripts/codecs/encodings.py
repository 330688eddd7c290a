"""Encodings of text: UTF-8, UTF-16, UTF-32, ASCII, Latin-1, Windows-1252, and their marks."""
text = 'aé€😀'
for name in ('utf-8', 'UTF8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf_16_be', 'utf-32', 'utf-32-be', 'unicode_escape', 'raw_unicode_escape'):
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
print('é€'.encode('cp1252'), b'\x80\xe9'.decode('windows-1252'), 'é'.encode('latin-1'), b'\xe9'.decode('iso-8859-1'), 'a'.encode('us-ascii'))
print(b'\xff\xfea\0'.decode('utf-16'), b'\xfe\xff\0a'.decode('utf-16'), ascii(b'\xef\xbb\xbfa'.decode()), b'\xef\xbb\xbfa'.decode('utf-8-sig'))
print(b'\\x41\\u20ac\\n\\101\\q'.decode('unicode_escape'), bytes('é', 'utf-8'), str(b'\xc3\xa9', 'utf-8'), bytes('a', encoding='utf-16-le'))
for call in (lambda: text.encode('ascii'), lambda: text.encode('latin-1'), lambda: text.encode('cp1252'), lambda: '\ud800'.encode(),
             lambda: b'\xff'.decode(), lambda: b'a\xc3'.decode(), lambda: b'\xe2\x28\xa1'.decode(), lambda: b'\xed\xa0\x80'.decode(), lambda: b'a'.decode('utf-16'),
             lambda: b'\x80'.decode('ascii'), lambda: b'\x81'.decode('cp1252'), lambda: b'\\x4'.decode('unicode_escape'),
             lambda: 'a'.encode('nonsense'), lambda: b'a'.decode('nonsense'), lambda: 'a'.encode('rot13'), lambda: 'a'.encode(5)):
    try:
        print(call())
    except (UnicodeError, LookupError, TypeError) as error:
        print(type(error).__name__, error)
