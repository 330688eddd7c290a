"""Windows' paths as text: drives, shares, both slashes, no case."""
from pathlib import PureWindowsPath, Path, WindowsPath

for text in ('c:/Program Files/a.txt', 'c:a\\b', '\\a', '//server/share/dir/x', 'a/b\\c', 'C:', '', '//server/share'):
    path = PureWindowsPath(text)
    print(repr(path), str(path), path.drive, path.root, path.parts, path.is_absolute(), path.parent)
print(PureWindowsPath('C:/A') == PureWindowsPath('c:/a'), PureWindowsPath('c:/x') / '/y', PureWindowsPath('c:/x') / 'd:y',
      PureWindowsPath('c:/x') / 'c:y', PureWindowsPath('c:/x/y').relative_to('C:/X'), PureWindowsPath('c:/a').as_uri())
print(PureWindowsPath('a/NUL').is_reserved(), PureWindowsPath('a.TXT').match('*.txt'))
try:
    WindowsPath('a')
except NotImplementedError as error:
    print(error)
