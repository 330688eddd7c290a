"""Folders: made, listed, walked, renamed, removed."""
import os
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs('a/b/c')
os.makedirs('a/b/c', exist_ok=True)
for name in ('a/one.txt', 'a/b/two.txt', 'a/b/c/three.py'):
    open(name, 'w').close()
print(sorted(os.listdir('a')), sorted(os.listdir()) == ['a'])
for folder, folders, names in os.walk('a'):
    print(folder, folders, sorted(names))
print([folder for folder, _, _ in os.walk('a', topdown=False)])
with os.scandir('a') as entries:
    print(sorted((entry.name, entry.path, entry.is_dir(), entry.is_file()) for entry in entries))
os.rename('a/b', 'moved')
os.replace('a/one.txt', 'moved/two.txt')
print(sorted((folder, sorted(inner), files) for folder, inner, files in os.walk('.')))
os.remove('moved/two.txt')
print(os.path.isfile('moved/two.txt'), os.path.isdir('moved/c'), os.path.exists('a/b'))
os.chdir('moved')
print(os.path.basename(os.getcwd()), os.listdir('.'))
os.chdir('..')
os.rmdir('a')
for attempt in (lambda: os.mkdir('moved'), lambda: os.mkdir('x/y'), lambda: os.rmdir('moved'), lambda: os.rmdir('none'),
                lambda: os.remove('moved'), lambda: os.remove('none'), lambda: os.listdir('none'),
                lambda: os.rename('none', 'other'), lambda: os.makedirs('moved'), lambda: os.chdir('none'),
                lambda: os.listdir('moved/c/three.py'), lambda: os.stat('none'), lambda: os.scandir('none')):
    try:
        print(attempt())
    except OSError as error:
        print(type(error).__name__, error, error.errno, error.filename, error.filename2)
