"""sys.stdout and sys.stderr can be replaced, written to, and put back."""
import contextlib
import io
import sys

sys.stdout.write('written\n')
print(sys.stdout.writable(), sys.stdout.readable(), sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.name, sys.stdin.name)
held, sys.stdout = sys.stdout, io.StringIO()
print('held back')
inner = sys.stdout.getvalue()
sys.stdout = held
print(repr(inner), sys.stdout is sys.__stdout__)
with contextlib.redirect_stdout(io.StringIO()) as caught:
    print('caught')
with contextlib.redirect_stderr(io.StringIO()) as errors:
    print('error', file=sys.stderr)
print(repr(caught.getvalue()), repr(errors.getvalue()))


class Tee:
    def __init__(self, *streams):
        self.streams = streams

    def write(self, text):
        for stream in self.streams:
            stream.write(text)

    def flush(self):
        for stream in self.streams:
            stream.flush()


log = io.StringIO()
sys.stdout = Tee(sys.__stdout__, log)
print('to', 'both', flush=True)
sys.stdout = sys.__stdout__
print(repr(log.getvalue()))
sys.stdout.writelines(['a', 'b', '\n'])
sys.stdout = None
print('nowhere')
sys.stdout = sys.__stdout__
for attempt in (lambda: sys.stdout.write(1), lambda: sys.stdout.read(), lambda: print(1, file=3), lambda: print(1, sep=2),
                lambda: print(1, end=b''), lambda: print(1, file=io.BytesIO()), lambda: print(1, nope=1)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
