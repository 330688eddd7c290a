"""What is done with characters and bytes that a codec cannot take."""
import codecs

text, data = 'aé€\udc80😀', b'a\xff\xc3(\xe2\x82'
for errors in ('ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass', 'strict', 'nonsense'):
    for name in ('ascii', 'utf-8'):
        for source, convert in ((text, str.encode), (data, bytes.decode)):
            try:
                print(errors, name, ascii(convert(source, name, errors)))
            except (UnicodeError, LookupError, TypeError) as error:
                print(errors, name, type(error).__name__, error)
print(b'\xff'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'))


def question(error):
    return f'<{len(error.object[error.start:error.end])}?>', error.end


codecs.register_error('question', question)
print('aéb€'.encode('ascii', 'question'), b'a\xffb'.decode('utf-8', 'question'), codecs.lookup_error('question') is question)
codecs.register_error('wrong', lambda error: 5)
codecs.register_error('far', lambda error: ('x', 99))
for name in ('wrong', 'far'):
    try:
        'é'.encode('ascii', name)
    except (TypeError, IndexError) as error:
        print(error)
try:
    'aéb'.encode('ascii')
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
