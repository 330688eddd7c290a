class Field:
    counter = 0
    def __init__(self, kind, default=None, required=False):
        Field.counter += 1; self.order = Field.counter
        self.kind, self.default, self.required = kind, default, required
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None): return self if obj is None else obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f'{type(obj).__name__}.{self.name}: expected {self.kind.__name__}, got {type(value).__name__}')
        obj.__dict__[self.name] = value
class ModelMeta(type):
    registry = {}
    def __new__(mcls, name, bases, ns, *, table=None, **kw):
        cls = super().__new__(mcls, name, bases, ns, **kw)
        fields = {}
        for base in reversed(cls.__mro__):
            fields.update({k: v for k, v in vars(base).items() if isinstance(v, Field)})
        cls.fields = dict(sorted(fields.items(), key=lambda kv: kv[1].order))
        cls.table = table or name.lower()
        if bases: mcls.registry[cls.table] = cls
        return cls
    @classmethod
    def __prepare__(mcls, name, bases, **kw): return {'created_by': 'prepare'}
    def __getitem__(cls, table): return cls.registry[table]
    def __len__(cls): return len(cls.fields)
    def __iter__(cls): return iter(cls.fields)
class Model(metaclass=ModelMeta):
    def __init__(self, **values):
        for name, f in self.fields.items():
            if name in values: setattr(self, name, values.pop(name))
            elif f.required: raise ValueError(f'{name} is required')
        if values: raise TypeError(f'unknown fields: {", ".join(sorted(values))}')
    def __repr__(self): return f'{type(self).__name__}({", ".join(f"{n}={getattr(self, n)!r}" for n in self.fields)})'
    def __eq__(self, o): return type(self) is type(o) and all(getattr(self, n) == getattr(o, n) for n in self.fields)
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); cls.subclassed = True
class User(Model, table='users'):
    name = Field(str, required=True)
    age = Field(int, 18)
class Admin(User):
    level = Field(int, 1)
    @property
    def title(self): return f'{self.name} (level {self.level})'
print(User(name='Ann'), Admin(name='Bob', level=3).title, Model['users'] is User, sorted(ModelMeta.registry), list(Admin), len(User), User.created_by, Admin.subclassed, User(name='x') == User(name='x'), User(name='x') != Admin(name='x'))
for bad in (lambda: User(), lambda: User(name=5), lambda: User(name='a', zip=1, city=2), lambda: Model['nope'], lambda: setattr(User(name='q'), 'age', 'old')):
    try: bad()
    except (ValueError, TypeError, KeyError) as e: print(type(e).__name__, e)
class Event:
    def __init__(self): self.handlers = []
    def __iadd__(self, h): self.handlers.append(h); return self
    def __isub__(self, h): self.handlers.remove(h); return self
    def __call__(self, *a, **k): return [h(*a, **k) for h in self.handlers]
class Button:
    def __init__(self): self.clicked = Event()
b = Button(); log = []
b.clicked += log.append; b.clicked += (h := lambda x: x * 2)
print(b.clicked(5), log); b.clicked -= h; print(b.clicked(6), log)
class Singleton:
    _instance = None
    def __new__(cls, *a):
        if cls._instance is None: cls._instance = super().__new__(cls)
        return cls._instance
    def __init__(self, v=None): self.v = v
print(Singleton(1) is Singleton(2), Singleton().v)
class LRU:
    def __init__(self, size): self.size, self.data = size, {}
    def __getitem__(self, k): self.data[k] = v = self.data.pop(k); return v
    def __setitem__(self, k, v):
        self.data.pop(k, None); self.data[k] = v
        if len(self.data) > self.size: del self.data[next(iter(self.data))]
    def __repr__(self): return f'LRU({self.data})'
c = LRU(2); c['a'] = 1; c['b'] = 2; c['a']; c['c'] = 3; print(c)
def memo(f):
    cache = {}
    def inner(*args):
        if args not in cache: cache[args] = f(*args)
        return cache[args]
    inner.cache = cache
    return inner
@memo
def paths(r, c): return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
print(paths(10, 10), len(paths.cache))
def pipeline(*steps):
    def run(data):
        for s in steps: data = s(data)
        return data
    return run
print(pipeline(lambda xs: (x for x in xs if x % 2), lambda xs: map(lambda v: v ** 2, xs), sorted, lambda xs: xs[::-1])(range(8)))
