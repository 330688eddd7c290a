"""Mistakes in the patterns of match statements."""


def refused(pattern, more=''):
    text = f'match x:\n    case {pattern}: pass\n{more}'
    try:
        compile(text, 'program.py', 'exec')
    except SyntaxError as error:
        print(f'{pattern}: {error.msg} (line {error.lineno})')
    else:
        print(f'{pattern}: accepted')


for pattern in [
    'a, a', '[a, [a]]', '{"k": a, "l": a}', '{"k": a, **a}', 'C(a, b=a)', 'a as a', '(a, b) as a', '[*a, a]', '[*a, *b]', '*a, *_',
    'a | b', 'a | 1', '1 | a', '_ | 1', '1 | _', '[a] | [b]', '[a, b] | [b, a]', '[a] | [a] | a', '(1 | a) | 2', 'C(a) | D()',
    '{1: a, 1: b}', '{"k": a, "k": b}', '{0: a, False: b}', '{-1: a, -1: b}', '{1.0: a, 1: b}', '{x.y: a, x.y: b}', '{**a, "k": b}',
    '{**_}', '{*a}', '{a: b}', '{f(): b}', 'C(a=1, a=2)', 'C(a=1, b)', 'C(*a)', 'C(**k)', 'C(a.b=1)', 'C()()', 'a.b', 'a.b()',
    'a.b.c', '_.a', '-1', '-x', '+1', '1 + 2j', '1 - 2j', '2j + 1', '1 + 2', '-1 - 1j', '-1j - 1', 'f"x"', '"a" "b"', 'f()', 'x[0]',
    'x + y', 'not x', 'lambda: 0', '1 < 2', '[1, 2', '1,', '(1)', '()', '(1,)', '[*_]', 'a if a', '1 as _', '1 as a.b', '1 as 2',
    '_ as a', 'None', 'True | False', '...', '1 if x := 2', '(1 if True)', '{}', '{1: _, **rest}', '{-0: a, 0: b}', '{None: a, None: b}',
]:
    refused(pattern)
refused('a', '    case 1: pass\n')
refused('_', '    case b: pass\n')
refused('(a)', '    case b: pass\n')
refused('a if x', '    case b: pass\n')
refused('1 | _ if x', '    case 2: pass\n')
refused('_', '')
