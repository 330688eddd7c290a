"""Text files: modes, lines, positions, and what a closed file refuses."""
import os
import tempfile

os.chdir(tempfile.mkdtemp())
with open('notes.txt', 'w') as file:
    print(file.write('first\nsecond\n'), file.name, file.mode, file.closed, file.writable(), file.readable())
    file.writelines(['third\n', 'four', 'th'])
    print('and', 'more', sep='-', file=file)
print(file.closed)
with open('notes.txt') as file:
    print(file.readline(), file.tell(), file.read(4), repr(file.read()), repr(file.read()))
    print(file.seek(6), file.readlines(), file.seek(0), next(file), list(file))
with open('notes.txt', 'a') as file:
    file.write('end')
print([line.rstrip() for line in open('notes.txt')])
with open('notes.txt', 'r+') as file:
    file.seek(0)
    file.write('FIRST')
    file.seek(0, 2)
    file.write('!')
    file.seek(0)
    print(repr(file.read()), file.truncate(5))
print(open('notes.txt').read(), open('notes.txt', 'w+').read() == '')
with open('x.txt', 'x') as file:
    file.write('é\u4e2d\U0001f600')
print(os.path.getsize('x.txt'), [open('x.txt').read(n) for n in (0, 1, 3, -1)], ascii(open('x.txt', encoding='latin-1').read()))
for attempt in (lambda: open('none.txt'), lambda: open('x.txt', 'x'), lambda: open('.'), lambda: open('a/b', 'w'),
                lambda: file.read(), lambda: file.write('a'), lambda: open('x.txt').write('a'),
                lambda: open('y.txt', 'w').read(), lambda: open('x.txt', 'w').write(b'a'),
                lambda: open('x.txt', 'q'), lambda: open('x.txt', 'rw'), lambda: open('x.txt', 'rbt'),
                lambda: open('x.txt', 'b'), lambda: open('x.txt', 'rb', encoding='utf-8'), lambda: open(1.5),
                lambda: open('x.txt', 3), lambda: open('x.txt', encoding='nope'), lambda: open('x.txt', newline='x'),
                lambda: open('x.txt').seek(-1), lambda: open('x.txt').seek(1, 1), lambda: open('a\0b')):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
