class A:
    """A doc."""
    attr: int = 1
    def method(self, x: int, *args, y=2, **kw) -> str: "method doc"; return 'r'
    @staticmethod
    def st(): pass
    @classmethod
    def cl(cls): pass
    @property
    def pr(self): pass
print(A.__annotations__, A.__doc__, A.method.__doc__, A.method.__annotations__, A.method.__defaults__, A.method.__kwdefaults__, A.method.__code__.co_name)
print([n for n in dir(A()) if not n.startswith('__')], [n for n in dir([]) if not n.startswith('__')])
print([n for n in dir({}) if not n.startswith('__')], [n for n in dir(()) if not n.startswith('__')], [n for n in dir(set()) if not n.startswith('__')], [n for n in dir(frozenset()) if not n.startswith('__')])
print([n for n in dir(range(1)) if not n.startswith('__')], [n for n in dir(ValueError()) if not n.startswith('__')], [n for n in dir(OSError()) if n[0] != '_' and n != 'characters_written'], [n for n in dir((i for i in ())) if not n.startswith('__') and not n.startswith('gi_')])
print(type(A.__dict__['st']).__name__, type(A.__dict__['cl']).__name__, type(A.__dict__['pr']).__name__, type(A.method).__name__, type(A().method).__name__)
print(A.__class__, A().__class__, type(A).__name__, A.__base__, A.__mro__[-1], object.__base__, type.__mro__, int.__bases__, bool.__bases__, A.__subclasses__())
class B(A): pass
print(A.__subclasses__(), B.__base__, issubclass(B, A), B.__dict__.get('attr', 'none'), B.attr, hasattr(B, 'method'), getattr(B, 'st').__name__, vars(B()) == {})
b = B(); b.z = 1; b.__dict__['w'] = 2; print(b.w, vars(b), b.__dict__, 'z' in b.__dict__)
b.__class__ = A; print(type(b).__name__, isinstance(b, B))
print(A.method is A.method, A().method == A().method, b.method.__self__ is b, b.method.__func__ is A.method, A.cl.__self__ is A)
f = lambda x, /, y=1, *a, z, **k: None
print(f.__name__, f.__qualname__, f.__defaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_posonlyargcount, f.__module__)
print(len.__name__, len.__module__, [].append.__name__, str.join.__name__, str.join.__qualname__, type(len).__name__, type(str.join).__name__, print.__qualname__, int.__name__, int.__module__)
print(repr(A)[:20], repr(int), repr(type), repr(A.method)[:22], repr(b.method)[:25], str(len), repr(str.join), repr(object.__init__), repr(int.__add__), [].__class__, (1).__class__, None.__class__, ....__class__, NotImplemented)
print(callable(A), callable(b), callable(b.method), callable(len), id(A) == id(A), hash(A) == hash(A), A == A, A != B, A is B)
print(isinstance(A, type), isinstance(A, object), isinstance(type, object), isinstance(object, type), issubclass(type, object), type(type(A)))
print(A.__name__, B.__qualname__, A.__module__); A.__name__ = 'Renamed'; print(A.__name__, repr(A)[:18])
A.new = lambda self: 'new'; print(b.new(), hasattr(A, 'new')); del A.new; print(hasattr(b, 'new'))
try: int.x = 1
except TypeError as e: print(e)
try: b.pr = 1
except AttributeError as e: print(e)
try: del b.nope
except AttributeError as e: print(e)
try: A().missing
except AttributeError as e: print(e)
try: class_cell = type('X', (int, str), {})
except TypeError as e: print(e)
try: type('X', (bool,), {})
except TypeError as e: print(e)
print(eval('A.attr + 1'), [type(x).__name__ for x in (1, 1.0, 'a', b'a', [], (), {}, set(), None, True, 1j, range(1), slice(1), iter([]), (i for i in ()), lambda: 0, len, A, b, ..., NotImplemented, Exception(), property(), zip(), map(len, []), enumerate([]), reversed([]), filter(None, []))])
