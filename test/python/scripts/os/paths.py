"""os.path: text in, text out."""
import os
import os.path as osp

for path in ('/a/b.txt', 'a', '', '/', 'a/', '//x//y', '.hidden', 'a.tar.gz', '..', 'dir.d/file', '...x'):
    print(repr(path), osp.split(path), osp.splitext(path), repr(osp.dirname(path)), repr(osp.basename(path)), osp.normpath(path), osp.isabs(path))
print(osp.join('a', 'b', '/c', 'd'), osp.join('a', ''), osp.join('a/', 'b'), osp.join('', 'x'), osp.join(b'a', b'b'))
print(*map(osp.normpath, ('a//b/../c/./d', '../../x', '/..', '//a', '///a', 'a/../..')))
print(osp.relpath('/a/b/c', '/a/x'), osp.relpath('a', 'a'), osp.relpath('/x', '/'), osp.commonpath(['/a/b', '/a/c/d']), osp.commonprefix(['/abc', '/abd']))
print(osp.abspath('/x/../y'), osp.expanduser('a~'), osp.expandvars('$NOT_THERE/x'), osp.normcase('A'), osp.splitdrive('/a'), osp.sep, osp.pardir)
print(osp.exists('/definitely/not/there'), osp.isdir('/'), osp.isfile('/'), osp.realpath('/a/./b'))


class Place:
    def __fspath__(self):
        return '/place/of/x.py'


print(osp.basename(Place()), osp.join(Place(), 'y'), os.fspath(Place()), isinstance(Place(), os.PathLike), os.fsencode('é'), os.fsdecode(b'a'))
for attempt in (lambda: osp.join('a', 1), lambda: osp.join('a', b'b'), lambda: osp.dirname(None), lambda: osp.commonpath([]),
                lambda: osp.commonpath(['/a', 'b']), lambda: osp.relpath(''), lambda: os.fspath(1), lambda: osp.exists(1.5),
                lambda: osp.getsize('/definitely/not/there'), lambda: osp.splitext(3)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
