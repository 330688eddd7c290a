"""strip, center, justify, zfill, expandtabs and replace."""
text = '  xxabcxx\t\n'
print([text.strip(), text.lstrip(), text.rstrip(), text.strip(' x\n\t'), 'xyx'.strip('x'), '😀a😀'.strip('😀'), 'a'.strip('')])
print(['ab'.center(5), 'ab'.center(5, '*'), 'abc'.center(6, '-'), 'abc'.center(2), 'ab'.ljust(4, '.'), 'ab'.rjust(4, '😀')])
print(['42'.zfill(5), '-42'.zfill(5), '+4'.zfill(4), 'ab'.zfill(3), ''.zfill(2), '--1'.zfill(5)])
print(['a\tb\tc'.expandtabs(), 'a\tbcd\te'.expandtabs(4), 'a\tb'.expandtabs(0), '\n\ta'.expandtabs(2)])
print('banana'.replace('a', 'o'), 'banana'.replace('a', 'o', 2), 'ab'.replace('', '-'), 'ab'.replace('', '-', 1), 'aaa'.replace('aa', 'b'))
for call in (lambda: 'a'.center(5, 'ab'), lambda: 'a'.center('5'), lambda: 'a'.ljust(5, 1), lambda: 'a'.strip(1),
             lambda: 'a'.replace('a'), lambda: 'a'.replace(1, 'b'), lambda: 'a'.zfill(1.0)):
    try:
        print(call())
    except TypeError as error:
        print(error)
