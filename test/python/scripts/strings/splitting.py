"""split, rsplit, splitlines, partition and join."""
text = '  a, b,,c  '
print(text.split(), text.split(','), text.split(',', 1), text.split(None, 1), text.rsplit(',', 1), text.rsplit(None, 1))
print(''.split(), ''.split(','), ' '.split(' '), 'a--b--c'.split('--'), 'a--b--c'.rsplit('--', 1))
print('a\u3000b\x1cc\xa0d'.split(), 'a b'.split(maxsplit=0), ' a b '.split(' ', 2), 'aaa'.split('a'))
print('one\ntwo\r\nthree\rfour\x0bfive\u2028six\n'.splitlines(), 'a\n\nb'.splitlines(keepends=True), ''.splitlines(), '\n'.splitlines())
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.partition('='), 'abc'.rpartition('='))
print('-'.join(['a', 'b']), ''.join('xyz'), ', '.join({'k': 1, 'j': 2}), '-'.join([]), '😀'.join('ab'))
for call in (lambda: 'a'.split(''), lambda: 'a'.split(1), lambda: 'a'.partition(''), lambda: 'a'.partition(None),
             lambda: ','.join(['a', 1]), lambda: ','.join(5), lambda: 'a'.split(',', 'b'), lambda: 'a'.splitlines(1, 2)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
