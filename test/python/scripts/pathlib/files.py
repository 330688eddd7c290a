"""Path: reading, writing, making and removing."""
import os
import tempfile
from pathlib import Path

os.chdir(tempfile.mkdtemp())
folder = Path('runs/first')
folder.mkdir(parents=True)
folder.mkdir(exist_ok=True)
file = folder / 'log.txt'
print(file.exists(), file.write_text('line 1\nline 2\n'), file.read_text(), file.exists(), file.is_file(), folder.is_dir())
print((folder / 'data.bin').write_bytes(b'\x00\xff'), (folder / 'data.bin').read_bytes(), file.stat().st_size)
with file.open('a') as stream:
    stream.write('line 3')
print(file.read_text().splitlines(), sorted(path.name for path in folder.iterdir()))
renamed = file.rename(folder / 'new.txt')
print(renamed, file.exists(), renamed.exists(), renamed.replace('top.txt'), Path('top.txt').exists())
Path('touched').touch()
print(Path('touched').stat().st_size, Path('touched').resolve() == Path.cwd() / 'touched', Path('a/../touched').samefile('touched') if Path('a').mkdir() is None else 0)
print(Path('touched').absolute().is_absolute(), os.fspath(Path('touched')), open(Path('touched')).read() == '')
Path('touched').unlink()
Path('touched').unlink(missing_ok=True)
for attempt in (lambda: folder.mkdir(), lambda: Path('x/y').mkdir(), lambda: Path('none').unlink(), lambda: folder.rmdir(),
                lambda: Path('none').read_text(), lambda: folder.read_text(), lambda: Path('none').stat(),
                lambda: list(Path('none').iterdir()), lambda: Path('top.txt').write_text(b'x'), lambda: Path('top.txt').write_bytes('x'),
                lambda: Path('top.txt').touch(exist_ok=False), lambda: Path('none').resolve(strict=True) and 0):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, str(error).replace(os.getcwd(), ''))
