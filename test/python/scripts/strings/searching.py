"""find, index, count, startswith and the like, by code point and within bounds."""
text = 'banana 😀 band'
for name in ('find', 'rfind', 'index', 'rindex', 'count'):
    method = getattr(text, name)
    print(name, method('an'), method('an', 2), method('an', -4), method('', 3), method('😀'))
print(text.find('x'), text.rfind('x'), text.find('an', 100), ''.find(''), ''.find('', 1), 'abc'.count(''), 'aaa'.count('aa'))
print('abc'.find('c', -1), 'abc'.find('b', None, None), 'abc'.rfind('', 2), 'abc'.rfind('', 9))
print(text.startswith('ban'), text.startswith(('x', 'ba')), text.startswith('an', 1), text.endswith('', 99), text.endswith(('d', 'e')))
print('an' in text, '' in '', text.removeprefix('ban'), text.removesuffix(' band'), text.removesuffix(''))
for call in (lambda: text.index('x'), lambda: text.rindex('x'), lambda: text.find(1), lambda: text.startswith(1),
             lambda: text.startswith(['b']), lambda: text.startswith(('b', 1)) or 1, lambda: 1 in text, lambda: text.find(),
             lambda: text.count('a', 'b'), lambda: text.startswith(('x', 1)), lambda: text.removeprefix(3)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
