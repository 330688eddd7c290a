"""The module codecs: looking codecs up, step by step, and codecs of one's own."""
import codecs

print(codecs.encode('é', 'utf-8'), codecs.decode(b'\xc3\xa9'), codecs.encode('Hello', 'rot13'), codecs.encode(b'ab', 'hex'), codecs.decode('6162', 'hex'))
print([codecs.lookup(name).name for name in ('UTF8', 'latin1', 'utf-16le', 'utf_8_sig', 'cp1252', 'ascii')])
decoder = codecs.getincrementaldecoder('utf-8')()
print([decoder.decode(bytes([byte])) for byte in '€a😀'.encode()], repr(decoder.decode(b'', True)))
encoder = codecs.getincrementalencoder('utf-16')()
print(encoder.encode('a'), encoder.encode('b'), list(codecs.iterdecode([b'\xc3', b'\xa9'], 'utf-8')), list(codecs.iterencode('é', 'utf-8')))
try:
    codecs.getincrementaldecoder('utf-8')().decode(b'\xe2', final=True)
except UnicodeDecodeError as error:
    print(error)


def search(name):
    if name == 'shout':
        return codecs.CodecInfo(lambda text, errors='strict': (text.upper().encode(), len(text)),
                                lambda data, errors='strict': (bytes(data).decode().lower(), len(data)), name='shout')


codecs.register(search)
print('abc'.encode('shout'), b'ABC'.decode('Shout'), codecs.lookup('shout').name, codecs.BOM_UTF8)
for call in (lambda: codecs.lookup('nonsense'), lambda: codecs.lookup_error('nonsense'), lambda: codecs.register(5)):
    try:
        call()
    except (LookupError, TypeError) as error:
        print(error)
