"""shutil: copies, moves and removes files and folders."""
import os
import shutil
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs('src/inner')
for name in ('src/a.txt', 'src/inner/b.py', 'src/inner/c.pyc'):
    with open(name, 'w') as file:
        file.write(name)
print(shutil.copy('src/a.txt', 'copy.txt'), shutil.copy2('src/a.txt', 'src/inner'), open('copy.txt').read())
print(shutil.copytree('src', 'dst', ignore=shutil.ignore_patterns('*.pyc')), sorted(os.listdir('dst/inner')))
print(shutil.move('copy.txt', 'dst'), shutil.move('dst/copy.txt', 'renamed'), sorted(os.listdir('.')))
print(shutil.move('dst', 'moved'), os.path.exists('dst'), os.path.isfile('moved/inner/b.py'))
print(shutil.copytree('src', 'moved', dirs_exist_ok=True), sorted(os.listdir('moved/inner')))
shutil.rmtree('moved')
print(os.path.exists('moved'))
shutil.rmtree('none', ignore_errors=True)
with open('renamed') as source, open('target', 'w') as target:
    shutil.copyfileobj(source, target)
print(open('target').read(), shutil.get_terminal_size((70, 20)).lines)
for attempt in (lambda: shutil.rmtree('none'), lambda: shutil.copy('none', 'x'), lambda: shutil.copyfile('target', 'target'),
                lambda: shutil.copytree('src', 'src/inner'), lambda: shutil.move('none', 'x'), lambda: shutil.move('src', 'src/inner'),
                lambda: shutil.rmtree('target'), lambda: shutil.copyfile('src', 'x')):
    try:
        print(attempt())
    except OSError as error:
        print(type(error).__name__, error)
