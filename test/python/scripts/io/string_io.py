"""StringIO: a text file in memory."""
import io

text = io.StringIO('first\nsecond\nthird')
print(text.readline(), text.tell(), text.read(3), text.readlines(), repr(text.read()))
print(text.seek(0), list(text), text.seek(0, 2), text.write('!'), text.getvalue())
text.seek(2)
text.write('XY')
print(repr(text.getvalue()), text.truncate(4), text.getvalue(), text.tell())
print(text.closed, text.readable(), text.writable(), text.seekable(), text.isatty(), text.line_buffering, text.newlines)
wide = io.StringIO()
print(wide.write('é\U0001f600x'), wide.tell(), wide.seek(1), wide.read(1), wide.getvalue())
far = io.StringIO()
far.seek(3)
far.write('a')
print(repr(far.getvalue()))
for newline in (None, '', '\n', '\r', '\r\n'):
    ends = io.StringIO('a\nb\rc\r\nd', newline=newline)
    print(repr(newline), repr(ends.getvalue()), ends.readlines())
with io.StringIO() as file:
    print('to', 'file', sep='|', file=file)
    file.writelines(['x', 'y'])
    print(file.getvalue())
for attempt in (lambda: file.getvalue(), lambda: file.write('a'), lambda: io.StringIO(1), lambda: io.StringIO().write(b'a'),
                lambda: io.StringIO().seek(-1), lambda: io.StringIO('ab').seek(1, 1), lambda: io.StringIO().seek(0, 5),
                lambda: io.StringIO().fileno(), lambda: io.StringIO(newline='x'), lambda: io.StringIO().truncate(-1)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class Loud(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


loud = Loud()
print('quiet', file=loud)
print(loud.getvalue(), isinstance(loud, io.TextIOBase), isinstance(loud, io.IOBase), isinstance(loud, io.RawIOBase))
