"""Binary files, and line ends in text files."""
import os
import tempfile

os.chdir(tempfile.mkdtemp())
with open('data.bin', 'wb') as file:
    print(file, file.write(b'\x00\x01line\nnext\r\nlast'), file.tell())
with open('data.bin', 'rb') as file:
    print(file.read(2), file.readline(), file.peek(3)[:3], file.readlines(), file.read())
    print(file.seek(-4, 2), file.read(), file.seek(2), file.read1(4), file.tell())
    buffer = bytearray(3)
    print(file.readinto(buffer), buffer)
with open('data.bin', 'rb+') as file:
    file.seek(100)
    file.write(b'far')
print(os.path.getsize('data.bin'), open('data.bin', 'rb').read()[-5:])
with open('lines.txt', 'w', newline='\r\n') as file:
    file.write('one\ntwo\n')
print(open('lines.txt', 'rb').read(), open('lines.txt').readlines(), open('lines.txt', newline='').readlines())
with open('lines.txt', newline='\n') as file:
    print(file.readlines(), file.newlines)
with open('mixed.txt', 'wb') as file:
    file.write(b'a\rb\nc\r\nd')
with open('mixed.txt') as file:
    print(file.read(), file.newlines)
with open('wide.txt', 'w', encoding='utf-16') as file:
    file.write('ab')
    file.write('c')
print(open('wide.txt', 'rb').read()[2:], open('wide.txt', encoding='utf-16').read())
try:
    open('data.bin', encoding='ascii', errors='strict').read()
    open('wide.txt').read()
except UnicodeDecodeError as error:
    print(error)
print(repr(open('wide.txt', errors='replace').read(2)))
for attempt in (lambda: open('data.bin', 'wb').write('text'), lambda: open('lines.txt', 'rb').write(b''),
                lambda: open('lines.txt', 'ab').read(), lambda: open('lines.txt', 'rb', buffering=0).read(2),
                lambda: open('lines.txt', buffering=0)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
