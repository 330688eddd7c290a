"""warnings: categories, filters, catch_warnings, and where a warning is said to be."""
import sys
import warnings

sys.stderr = sys.stdout


def old(level):
    warnings.warn('old is deprecated', DeprecationWarning, stacklevel=level)


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.warn('hello')
    old(1)
    old(2)
    warnings.warn(RuntimeWarning('made'))
    for entry in log:
        print(entry.category.__name__, entry.message, entry.lineno, entry.filename == __file__)

with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('raised', FutureWarning)
    except FutureWarning as error:
        print('raised:', error)

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('default')
    for _ in range(3):
        warnings.warn('once for each line')
    print(len(log))
    warnings.filterwarnings('ignore', message='o.her', category=UserWarning)
    warnings.warn('other')
    warnings.warn('Others', RuntimeWarning)
    warnings.simplefilter('once')
    for n in range(2):
        warnings.warn('once in all')
    print([str(entry.message) for entry in log])

for wrong in [
    lambda: warnings.warn('x', int),
    lambda: warnings.simplefilter('bad'),
    lambda: warnings.filterwarnings('ignore', lineno=-1),
    lambda: warnings.filterwarnings('ignore', category=3),
]:
    try:
        wrong()
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, error)

print(warnings.formatwarning('text', UserWarning, 'nofile.py', 3, 'the line  '), end='')
warnings.showwarning = lambda message, category, *place: print('shown', message, category.__name__)
warnings.warn('by another function')
context = warnings.catch_warnings()
print(context, warnings.catch_warnings(record=True))
with context:
    try:
        context.__enter__()
    except RuntimeError as error:
        print(error)
