import inspect, importlib, functools
def f(a, b: int, /, c=1, *args, d, e: str = 'x', **kw) -> float: pass
s = inspect.signature(f)
print(s, list(s.parameters), [str(p.kind) for p in s.parameters.values()])
print(inspect.signature(functools.partial(f, 1, d=3)))
class A:
    def __init__(self, x, *, y=2): pass
    def m(self, z): pass
print(inspect.signature(A), inspect.signature(A(1).m), inspect.signature(A.m))
b = s.bind(1, 2, d=4, zz=5)
print(b.args, b.kwargs); b.apply_defaults(); print(b.arguments)
print(importlib.import_module('collections').OrderedDict)
print(inspect.getfullargspec(f))
@functools.wraps(f)
def g(*a, **k): pass
print(inspect.signature(g))
print(s.parameters['e'], repr(s.parameters['b']), s.parameters['a'].default is inspect.Parameter.empty)
print([n for n, v in inspect.getmembers(A, inspect.isfunction)], inspect.isclass(A))
try: s.bind(1)
except TypeError as e: print(e)
print(inspect.cleandoc("""a
    b
      c
    """).split('\n'))
