class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print('enter', self.name); return self.name
    def __exit__(self, t, v, tb): print('exit', self.name, t.__name__ if t else None, v, tb is not None); return self.swallow
with CM('a') as a: print('body', a)
with CM('a') as a, CM('b') as b: print(a, b)
with (CM('c') as c, CM('d')): print(c)
with CM('s', True): raise ValueError('x')
try:
    with CM('p'), CM('q'): raise KeyError('k')
except KeyError as e: print('caught', e)
def f():
    with CM('ret'): return 'value'
print(f())
for i in range(3):
    with CM(i):
        if i == 0: continue
        if i == 1: break
def g():
    with CM('gen'): yield 1; yield 2
x = g(); next(x); x.close()
class Half:
    def __enter__(self): pass
for bad in ('with 5: pass', 'with Half(): pass'):
    try: exec(bad)
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class Boom:
    def __enter__(self): raise ValueError('in enter')
    def __exit__(self, *a): print('never')
try:
    with CM('out'), Boom(): pass
except ValueError as e: print(e)
class ExitBoom:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('from exit')
try:
    with ExitBoom(): raise ValueError('body')
except KeyError as e: print(repr(e), repr(e.__context__))
with CM('t') as (p): print(p)
with CM(('x', 'y')) as (p, q): print(p, q)
d = {}
with CM('item') as d['k']: pass
print(d)
