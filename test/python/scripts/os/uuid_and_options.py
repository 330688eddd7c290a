"""uuid, getopt, stat, signal: small modules of programs."""
import getopt
import signal
import uuid

one = uuid.UUID('{12345678-1234-5678-1234-567812345678}')
print(one, repr(one), one.hex, one.int, one.bytes[:2], one.fields, one.version, one.variant, one.urn)
print(one == uuid.UUID(int=one.int), one < uuid.UUID(int=0), uuid.UUID(bytes=one.bytes) == one, uuid.UUID(fields=one.fields) == one)
made = uuid.uuid4()
print(made.version, made.variant == uuid.RFC_4122, made != uuid.uuid4(), len(str(made)), uuid.NAMESPACE_DNS)
for attempt in (lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: setattr(one, 'int', 3),
                lambda: uuid.UUID(bytes=b'a'), lambda: uuid.UUID(int=1, version=9)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(getopt.getopt(['-a', '-b', 'v', '--long=x', 'rest', '-a'], 'ab:', ['long=', 'flag']))
print(getopt.gnu_getopt(['rest', '-ab1', '--fl', '--', '-a'], 'ab:', ['long=', 'flag']))
for words in (['-z'], ['-b'], ['--none'], ['--long'], ['--flag=1']):
    try:
        getopt.getopt(words, 'ab:', ['long=', 'flag'])
    except getopt.GetoptError as error:
        print(error, error.opt)
print(signal.SIGINT, repr(signal.SIGTERM), signal.signal(signal.SIGTERM, signal.SIG_IGN), signal.getsignal(signal.SIGTERM))
