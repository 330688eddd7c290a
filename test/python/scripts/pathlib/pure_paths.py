"""Paths as text: parts, names, suffixes, joining."""
from pathlib import PurePath, PurePosixPath

path = PurePath('/usr') / 'lib' / 'python3.tar.gz'
print(path, repr(path), path.parts, path.root, path.anchor, repr(path.drive))
print(path.name, path.stem, path.suffix, path.suffixes, path.parent, [str(p) for p in path.parents], path.parents[-1])
print(path.with_name('x.py'), path.with_suffix('.zip'), path.with_suffix(''), path.with_stem('new'))
print(path.relative_to('/usr'), path.is_relative_to('/usr/lib'), path.is_relative_to('/etc'), path.is_absolute())
print(*map(str, (PurePath(), PurePath(''), PurePath('a//b/./c/'), PurePath('a', '/b', 'c'), PurePath('//a'), PurePath('///a'), PurePath('a/..'))))
print(path.match('*.gz'), path.match('lib/*'), path.match('/usr/*/*'), path.match('/lib/*'), PurePath('a.PY').match('*.py'))
print('x' / PurePath('y'), PurePath('a').joinpath('b', 'c/d'), path.as_posix(), PurePath('/a b').as_uri(), bytes(PurePath('é')))
print(PurePath('a') == PurePath('a/'), PurePath('a') < PurePath('b'), {PurePath('a'): 1}[PurePosixPath('a')], sorted([PurePath('b'), PurePath('a/c'), PurePath('a')]))
print([PurePath(name).suffix for name in ('a', 'a.', '.a', '.a.b', 'a.b.c', '..')], PurePath('.a.b').stem)
for attempt in (lambda: path.relative_to('/etc'), lambda: path.relative_to('usr'), lambda: PurePath('/').with_name('a'),
                lambda: path.with_name('a/b'), lambda: path.with_suffix('gz'), lambda: path.with_suffix('.'),
                lambda: PurePath(1), lambda: path / 1, lambda: path + 'a', lambda: path < 'a', lambda: path.match(''),
                lambda: PurePath('a').as_uri(), lambda: path.parents[9], lambda: path.with_name('')):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
