"""glob and rglob, and the module glob."""
import glob
import os
import tempfile
from pathlib import Path

os.chdir(tempfile.mkdtemp())
for name in ('a.py', 'b.txt', '.hidden.py', 'pkg/__init__.py', 'pkg/mod.py', 'pkg/deep/x.py', 'pkg/deep/y1.txt', 'pkg/deep/y2.txt'):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).touch()


def show(paths):
    print(sorted(str(path) for path in paths))


here = Path('.')
for pattern in ('*.py', '**/*.py', 'pkg/*', 'pkg/**', '*/deep/?[12].txt', '*', 'none*', 'pkg/../a.py', 'pkg/mod.py', '*/'):
    show(here.glob(pattern))
show(here.rglob('*.txt'))
show(Path('pkg').rglob('*'))
for pattern in ('*.py', '**/*.py', 'pkg/*', '*/*/', 'pkg/m?d.py', '[ab].*', 'none', 'a.py', '.*'):
    show(glob.glob(pattern))
show(glob.glob('**', recursive=True))
show(glob.glob('**/*.py', recursive=True, include_hidden=True))
show(glob.iglob('*.py', root_dir='pkg'))
print(glob.escape('a[b]*?'), glob.has_magic('a*'), sorted(glob.glob(b'*.txt')))
for attempt in (lambda: list(here.glob('')), lambda: list(here.glob('/a')), lambda: list(here.glob('a**'))):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
