"""Mistakes in the parameters of functions and the arguments of calls."""


def refused(text):
    try:
        compile(text, 'program.py', 'exec')
    except SyntaxError as error:
        print(f'{text}: {error.msg}')
    else:
        print(f'{text}: accepted')


for text in [
    'def f(a, a): pass', 'def f(a, *, a): pass', 'def f(*a, **a): pass', 'lambda a, a: 0', 'def f(a=1, b): pass',
    'def f(a=1, /, b): pass', 'def f(*): pass', 'def f(*, **k): pass', 'def f(a, /, b, /): pass', 'def f(/, a): pass',
    'def f(*, /): pass', 'def f(*a, *b): pass', 'def f(**k, a): pass', 'def f(**k, *a): pass', 'def f(*a=1): pass',
    'def f(**k=1): pass', 'def f((a, b)): pass', 'def f((a)): pass', 'lambda (a): 0', 'def f(None): pass', 'def f(1): pass',
    'def f(a, b:): pass', 'def f(a b): pass', 'def f(a.b): pass', 'def f(a,,b): pass', 'def f(*,): pass', 'lambda *: 0',
    'def f(a, *, b, c=1, d, **e): pass', 'def f(a, b=1, /, c=2, *d, e, f=3, **g): pass', 'def f(__debug__): pass',
    'f(a=1, b)', 'f(**k, a)', 'f(**k, *a)', 'f(a=1, *b, c)', 'f(a=1, a=2)', 'f(a.b=1)', 'f(1=2)', 'f(a + b=1)', 'f(True=1)',
    'f(None=1)', 'f(x for x in y, 1)', 'f(1, x for x in y)', 'f(x for x in y, z for z in w)', 'f(x for x in y,)', 'f(a, *b, c, **d)',
    'f(*a, b=1, *c, **d, e=2)', 'f(**a, **b)', 'f(a, b for b in c)', 'class C(x for x in y): pass', 'class C(a=1, b): pass',
    'f(a=)', 'f(*)', 'f(**)', 'f(,)', 'f(a,,b)', 'f(__debug__=1)', 'f(*a for a in b)', 'f(**a for a in b)', 'f(a = x for x in y)',
    'f((a) = 1)', 'f(lambda x: x=1)', 'f(a=b=c)', 'f(a:=1, b=2)', 'f(a=b:=1)', 'f(yield)', 'f(a, yield)',
]:
    refused(text)
