"""What is known of a file: size, kind, mode; and access."""
import os
import stat
import tempfile

os.chdir(tempfile.mkdtemp())
with open('f', 'wb') as file:
    file.write(b'12345')
os.mkdir('d')
status = os.stat('f')
print(status.st_size, stat.filemode(status.st_mode), len(status), status[6] == status.st_size, status[stat.ST_SIZE])
print(stat.S_ISREG(status.st_mode), stat.S_ISDIR(os.stat('d').st_mode), os.path.getsize('f'))
os.chmod('f', 0o400)
print(oct(os.stat('f').st_mode), os.access('f', os.R_OK), os.access('none', os.F_OK))
os.utime('f', (1000, 2000))
print(os.stat('f').st_mtime, os.path.getmtime('f'))
print(os.path.samefile('f', './d/../f'), os.path.islink('f'), os.path.isfile('d'), os.path.lexists('d'))
os.chmod('f', 0o600)
os.truncate('f', 2)
print(os.path.getsize('f'))
descriptor = os.open('g', os.O_WRONLY | os.O_CREAT)
print(os.write(descriptor, b'abc'), os.close(descriptor), open('g').read())
with os.fdopen(os.open('g', os.O_RDONLY)) as file:
    print(file.read())
