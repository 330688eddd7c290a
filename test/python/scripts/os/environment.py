"""os.environ: a mapping of text to text."""
import os

os.environ['TORCHPAD_TEST'] = 'one'
print(os.environ['TORCHPAD_TEST'], os.getenv('TORCHPAD_TEST'), os.environ.get('NOT_THERE'), os.getenv('NOT_THERE', 'other'))
print('TORCHPAD_TEST' in os.environ, os.environ.setdefault('TORCHPAD_TEST', 'two'), os.environ.setdefault('TORCHPAD_TWO', '2'))
os.environ.update(TORCHPAD_TWO='3')
print(os.environ.pop('TORCHPAD_TWO'), os.environ.pop('TORCHPAD_TWO', None), len(os.environ) == len(list(os.environ)))
print(sorted(key for key, value in os.environ.items() if key.startswith('TORCHPAD')), type(os.environ.copy()))
print(os.path.expandvars('$TORCHPAD_TEST/x ${TORCHPAD_TEST}y $$'))
del os.environ['TORCHPAD_TEST']
for attempt in (lambda: os.environ['TORCHPAD_TEST'], lambda: os.environ.__setitem__('a', 1), lambda: os.environ[1],
                lambda: os.environ.pop('TORCHPAD_TEST')):
    try:
        print(attempt())
    except Exception as error:
        print(repr(error))
print(os.name, os.sep, os.linesep == '\n', os.pathsep, os.curdir, os.devnull, os.strerror(2), os.extsep)
print(type(os.urandom(4)), len(os.urandom(5)), os.get_terminal_size.__name__, os.error is OSError)
with open(os.devnull, 'w') as nowhere:
    print(nowhere.write('gone'))
