"""Codecs: https://docs.python.org/3.11/library/codecs.html"""

import _codecs
import sys

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == 'little' else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == 'little' else BOM_UTF32_BE


class CodecInfo(tuple):
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return (f'<{self.__class__.__module__}.{self.__class__.__qualname__} object for encoding '
                f'{self.name} at {id(self):#x}>')


class Codec:
    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes of a character that has not come to its end."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        text, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return text

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """Reads text from bytes; what is left of a line waits for the next."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b''
        self.charbuffer = ''

    def _fill(self, size):
        data = self.stream.read() if size < 0 else self.stream.read(size)
        whole = self.bytebuffer + data
        end = len(whole) if size < 0 or not data else len(whole) - self._incomplete(whole)
        text, _ = self.decode(whole[:end], self.errors)
        self.bytebuffer = whole[end:]
        self.charbuffer += text
        return bool(data)

    def _incomplete(self, data):
        return 0

    def read(self, size=-1, chars=-1, firstline=False):
        if chars >= 0:
            while len(self.charbuffer) < chars and self._fill(size if size >= 0 else 72):
                pass
            text, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
            return text
        self._fill(size)
        text, self.charbuffer = self.charbuffer, ''
        return text

    def readline(self, size=None, keepends=True):
        while True:
            lines = self.charbuffer.splitlines(True)
            if len(lines) > 1 or lines and lines[0].endswith('\n') or not self._fill(72):
                break
        lines = self.charbuffer.splitlines(True)
        line = lines[0] if lines else ''
        self.charbuffer = self.charbuffer[len(line):]
        return line if keepends or not line else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b''
        self.charbuffer = ''

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def _incomplete(name, data):
    """How many bytes at the end are the begin of a character."""
    if name.startswith('utf-32'):
        return len(data) % 4
    if name.startswith('utf-16'):
        odd = len(data) % 2
        even = data[:len(data) - odd]
        high = even[-2 if name.endswith('-be') else -1:][:1]
        return odd + 2 if high and 0xd8 <= high[0] <= 0xdb else odd
    if name.startswith('utf-8'):
        for back in range(1, min(3, len(data)) + 1):
            lead = data[-back]
            if lead >= 0xc0:
                size = 4 if lead >= 0xf0 else 3 if lead >= 0xe0 else 2
                return back if size > back else 0
            if lead < 0x80:
                return 0
    return 0


_infos = {}


def _info(name):
    """The CodecInfo of one of our own codecs."""
    if name in _infos:
        return _infos[name]

    def encode(input, errors='strict'):
        return _codecs.encode_text(input, name, errors), len(input)

    def decode(input, errors='strict'):
        return _codecs.decode_bytes(input, name, errors), len(input)

    class Encoder(IncrementalEncoder):
        started = False

        def encode(self, input, final=False):
            plain = name
            if self.started:
                plain = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le',
                         'utf-8-sig': 'utf-8'}.get(name, name)
            self.started = self.started or bool(input)
            return _codecs.encode_text(input, plain, self.errors) if input else b''

        def reset(self):
            self.started = False

        def getstate(self):
            return 0 if self.started else 2

        def setstate(self, state):
            self.started = state == 0

    class Decoder(BufferedIncrementalDecoder):
        order = None

        def _buffer_decode(self, input, errors, final):
            plain = self.order or name
            if self.order is None and name in ('utf-16', 'utf-32', 'utf-8-sig'):
                need = {'utf-16': 2, 'utf-32': 4, 'utf-8-sig': 3}[name]
                if len(input) < need and not final:
                    return '', 0
                big = input.startswith(BOM_UTF16_BE if name == 'utf-16' else BOM_UTF32_BE)
                self.order = 'utf-8' if need == 3 else name + ('-be' if big else '-le')
            end = len(input) if final else len(input) - _incomplete(self.order or plain, input)
            return _codecs.decode_bytes(input[:end], plain, errors), end

        def reset(self):
            super().reset()
            self.order = None

    class Writer(StreamWriter):
        encoder = None

        def encode(self, input, errors='strict'):
            if self.encoder is None:
                self.encoder = Encoder(errors)
            return self.encoder.encode(input), len(input)

    class Reader(StreamReader):
        def decode(self, input, errors='strict'):
            return decode(input, errors)

        def _incomplete(self, data):
            return _incomplete(name, data)

    info = CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name=name)
    _infos[name] = info
    return info


def _bytes_codec(name):
    """Codecs from bytes to bytes, and rot13."""
    if name in ('rot13', 'rot_13'):
        letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
        turned = letters[13:] + letters[:13]
        table = str.maketrans(letters + letters.lower(), turned + turned.lower())

        def turn(input, errors='strict'):
            return str.translate(input, table), len(input)

        return CodecInfo(turn, turn, name='rot-13', _is_text_encoding=False)
    import binascii

    if name in ('hex', 'hex_codec'):
        return CodecInfo(lambda input, errors='strict': (binascii.b2a_hex(input), len(input)),
                         lambda input, errors='strict': (binascii.a2b_hex(input), len(input)),
                         name='hex', _is_text_encoding=False)
    if name in ('base64', 'base_64', 'base64_codec'):
        import base64

        return CodecInfo(lambda input, errors='strict': (base64.encodebytes(input), len(input)),
                         lambda input, errors='strict': (base64.decodebytes(input), len(input)),
                         name='base64', _is_text_encoding=False)
    return None


def lookup(encoding):
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    if '\0' in encoding:
        raise ValueError('embedded null character')
    name = _codecs.known(encoding)
    if name is not None:
        return _info(name)
    key = _codecs.normalised(encoding)
    found = _bytes_codec(key)
    if found is not None:
        return found
    for search in _codecs.searches():
        found = search(key)
        if found is not None:
            if not isinstance(found, tuple) or len(found) != 4:
                raise TypeError('codec search functions must return 4-tuples')
            return found
    # Says so where CPython knows the encoding.
    _codecs.encode_text('a', encoding, 'strict')
    raise LookupError(f'unknown encoding: {encoding}')


def encode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding)[0](obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding)[1](obj, errors)[0]


def register(search_function, /):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _codecs.add_search(search_function)


def unregister(search_function, /):
    _codecs.remove_search(search_function)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def _part(encoding, name):
    part = getattr(lookup(encoding), name)
    if part is None:
        raise LookupError(encoding)
    return part


def getincrementalencoder(encoding):
    return _part(encoding, 'incrementalencoder')


def getincrementaldecoder(encoding):
    return _part(encoding, 'incrementaldecoder')


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := encoder.encode(input):
            yield output
    if output := encoder.encode('', True):
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := decoder.decode(input):
            yield output
    if output := decoder.decode(b'', True):
        yield output


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    import builtins

    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    stream.encoding = encoding
    return stream


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _codecs.set_error(errors, handler)


def _handler(name):
    def handler(exception, /):
        if name == 'strict':
            if isinstance(exception, Exception):
                raise exception
            raise TypeError('codec must pass exception instance')
        return _codecs.handle(name, exception)

    handler.__name__ = handler.__qualname__ = name + '_errors'
    return handler


strict_errors = _handler('strict')
ignore_errors = _handler('ignore')
replace_errors = _handler('replace')
xmlcharrefreplace_errors = _handler('xmlcharrefreplace')
backslashreplace_errors = _handler('backslashreplace')
namereplace_errors = _handler('namereplace')
_errors = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
           'xmlcharrefreplace': xmlcharrefreplace_errors,
           'backslashreplace': backslashreplace_errors, 'namereplace': namereplace_errors,
           'surrogateescape': _handler('surrogateescape'),
           'surrogatepass': _handler('surrogatepass')}


def lookup_error(name, /):
    handler = _codecs.get_error(name) or _errors.get(name)
    if handler is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return handler


def _pair(name):
    def encoder(input, errors='strict'):
        return _codecs.encode_text(input, name, errors or 'strict'), len(input)

    def decoder(input, errors='strict', final=True):
        end = len(input) if final else len(input) - _incomplete(name, input)
        return _codecs.decode_bytes(input[:end], name, errors or 'strict'), end

    return encoder, decoder


utf_8_encode, utf_8_decode = _pair('utf-8')
utf_16_encode, utf_16_decode = _pair('utf-16')
utf_16_le_encode, utf_16_le_decode = _pair('utf-16-le')
utf_16_be_encode, utf_16_be_decode = _pair('utf-16-be')
utf_32_encode, utf_32_decode = _pair('utf-32')
utf_32_le_encode, utf_32_le_decode = _pair('utf-32-le')
utf_32_be_encode, utf_32_be_decode = _pair('utf-32-be')
ascii_encode, ascii_decode = _pair('ascii')
latin_1_encode, latin_1_decode = _pair('latin-1')
unicode_escape_encode, unicode_escape_decode = _pair('unicode_escape')
raw_unicode_escape_encode, raw_unicode_escape_decode = _pair('raw_unicode_escape')


def escape_encode(data, errors=None):
    return repr(bytes(data))[2:-1].encode('ascii'), len(data)
