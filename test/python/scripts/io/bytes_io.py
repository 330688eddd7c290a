"""BytesIO: a binary file in memory; TextIOWrapper: text over one."""
import io

data = io.BytesIO(b'line 1\nline 2\n')
print(data.read(4), data.tell(), data.readline(), data.readlines(), data.read(), data.seek(-3, 2), data.read1(2))
print(data.seek(0), list(data), data.getvalue(), data.truncate(3), data.getvalue(), data.tell())
data.seek(5)
data.write(b'x')
print(data.getvalue(), data.seek(-100, 2), data.readable(), data.closed)
buffer = bytearray(4)
print(data.readinto(buffer), buffer)
text = io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\n')
print(text.write('é\nx'), text.flush(), text.buffer.getvalue(), text.encoding, text.errors)
text.seek(0)
print(text.read(1), text.readline(), text.read(), text.tell())
under = text.detach()
print(under.getvalue(), io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc'), newline=None).read())
for attempt in (lambda: io.BytesIO('a'), lambda: io.BytesIO().write('a'), lambda: io.BytesIO().seek(-1),
                lambda: io.BytesIO().seek(0, 9), lambda: io.BytesIO(b'a').close() or 1, lambda: text.read(),
                lambda: io.TextIOWrapper(io.BytesIO(b'\xff'), encoding='utf-8').read(), lambda: io.BytesIO().fileno(),
                lambda: io.BytesIO().truncate(-1), lambda: io.TextIOWrapper(io.BytesIO(), encoding='nope')):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
closed = io.BytesIO()
closed.close()
try:
    closed.read()
except ValueError as error:
    print(error)
