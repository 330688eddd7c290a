"""What cannot be assigned to, deleted, annotated or augmented."""


def refused(text):
    try:
        compile(text, 'program.py', 'exec')
    except SyntaxError as error:
        print(f'{text}: {error.msg} ({error.offset}-{error.end_offset})')
    else:
        print(f'{text}: accepted')


for text in [
    'f() = 1', '1 = x', 'None = 1', 'True = 1', '"a" = 1', 'f"{x}" = 1', 'x + 1 = 2', '(x + 1) = 2', '-x = 1', 'x < y = 1',
    'x and y = 1', 'lambda: 0 = 1', 'a if b else c = 1', '[a, f()] = 1', '(a, 1) = 1', '(yield) = 1', '... = 1', '{} = 1',
    '{1} = 1', '[x for x in y] = 1', 'x = f() = 3', '*a = 1', '*a, *b = c', '(*a, [*b, *c]) = d', '__debug__ = 1',
    'f() += 1', 'a, b += 1', '[a] += 1', '1 += 1', 'x + 1 += 1', 'del f()', 'del 1', 'del x + 1', 'del *a', 'del (a, [b, 1])',
    'for f() in x: pass', 'for 1 in x: pass', 'for x, f() in y: pass', '[0 for f() in x]', 'with a as f(): pass',
    'with a as 1: pass', '(a, b): int', '[a]: int', 'f(): int', '1: int', 'a, b: int', '(x := 1) = 2', 'x := 1', '(f() := 1)',
    '(a.b := 1)', '(a[0] := 1)', '(1 := 2)', '((a, b) := 1)', 'import f()', 'a = b += c', 'a += b = c', 'x = yield = 1',
    'def f(): x = yield = 1', 'a.b() = 1', 'a.b = a[0] = c', '(a) = [b] = (c, *d) = e', 'del (a), [b], (c, d), e.f, g[0]',
]:
    refused(text)
