"""Raw streams of the program's own, buffered and as text."""
import io


class Numbers(io.RawIOBase):
    def __init__(self, count):
        self.text = b''.join(b'%d\n' % i for i in range(count))
        self.at = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        part = self.text[self.at : self.at + min(len(buffer), 5)]
        buffer[: len(part)] = part
        self.at += len(part)
        return len(part)


class Sink(io.RawIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, data):
        self.parts.append(bytes(data))
        return len(data)


print(Numbers(3).read(), Numbers(3).read(4), Numbers(2).readlines(), Numbers(12).readline(), list(Numbers(2)))
reader = io.BufferedReader(Numbers(20))
print(reader.readline(), reader.peek()[:4], reader.read(6), reader.readlines()[-2:], reader.read())
print(io.TextIOWrapper(io.BufferedReader(Numbers(3))).read().split())
sink = Sink()
writer = io.BufferedWriter(sink, buffer_size=8)
writer.write(b'1234')
print(sink.parts, writer.flush(), sink.parts)
with writer:
    writer.write(b'end')
print(sink.parts, sink.closed, writer.closed)
raw = Numbers(1)
with raw as same:
    print(raw is same, raw.closed, raw.seekable(), raw.isatty())
print(raw.closed)
for attempt in (lambda: raw.read(), lambda: iter(raw), lambda: Numbers(1).seek(0), lambda: Numbers(1).fileno(),
                lambda: Sink().read(), lambda: io.BufferedReader(Sink()), lambda: io.IOBase().truncate(), lambda: raw.__enter__()):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError), io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
