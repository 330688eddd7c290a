"""Temporary files and folders are gone when they are closed."""
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    print(os.path.isdir(folder), os.listdir(folder))
    open(os.path.join(folder, 'x'), 'w').close()
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile('w+', suffix='.txt', prefix='pre') as file:
    file.write('abc')
    file.seek(0)
    print(file.read(), os.path.basename(file.name)[:3], file.name.endswith('.txt'), os.path.exists(file.name))
print(os.path.exists(file.name))
with tempfile.NamedTemporaryFile(delete=False) as file:
    file.write(b'kept')
print(open(file.name).read(), os.remove(file.name))
with tempfile.TemporaryFile() as file:
    print(file.write(b'12'), file.seek(0), file.read())
descriptor, path = tempfile.mkstemp(dir=tempfile.gettempdir())
with os.fdopen(descriptor, 'w') as file:
    file.write('by number')
print(open(path).read(), os.path.dirname(path) == tempfile.gettempdir())
with tempfile.SpooledTemporaryFile(max_size=10, mode='w+') as file:
    file.write('spooled')
    file.seek(0)
    print(file.read())
