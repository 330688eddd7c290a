a, b, d = 1, 'x', {}
class Bad:
    def __add__(self, other): raise ValueError('add')
    def __getitem__(self, key): raise KeyError(key)
    def __setitem__(self, key, value): d[key][value]
    def __call__(self): return self.nope
    def __iter__(self): return 5
    def __enter__(self): 1 / 0
    def __exit__(self, *a): pass
    def __getattr__(self, name): raise AttributeError(f'no {name}!')
    @property
    def prop(self): return self + 1
    def __eq__(self, o): raise TypeError('eq')
    def __bool__(self): raise TypeError('bool')
    def __contains__(self, o): raise TypeError('contains')
    def __str__(self): return a + b
    def __del__(self): pass
x = Bad()
def g():
    yield 1
    raise ValueError('gen')
def stmts(n):
    match n:
        case 0: x += 1
        case 1: y = Bad(); y += 1
        case 2: y = Bad(); y['k'] = 'v'
        case 3: del d['gone']
        case 4:
            for i in Bad(): pass
        case 5:
            with Bad() as q: pass
        case 6: p, q = [1]
        case 7: p, q = 5
        case 8: assert a == 2, 'msg ' + str(a)
        case 9: return Bad().prop
        case 10: raise ValueError
        case 11: import nowhere_to_be_found
        case 12: from builtins import nowhere
        case 13: list(g())
        case 14:
            for v in g(): pass
        case 15: return Bad() == 1
        case 16:
            if Bad(): pass
        case 17:
            while d['w']: pass
        case 18: return 1 in Bad()
        case 19: str(Bad())
        case 20: f'{Bad()}'
        case 21: d.update(5)
        case 22: sorted([3, 'a'], key=lambda v: v + 1)
        case 23: b.c = a
        case 24: del a.b
        case 25:
            def inner(p=d['default']): pass
        case 26:
            class C(d['base']): pass
        case 27:
            class C: z = d['body']
        case 28:
            @d['deco']
            def f(): pass
        case 29: x = d['v'] = e[0] = 1
        case 30: [i for i in d['it']]
        case 31: {k: d[k] for k in 'ab'}
        case 32: print(*d['star'])
        case 33: (lambda q: q.nope)(a)
        case 34: int('12x')
        case 35: map(len)[0]
        case 36: 'abc'.index('z')
        case 37: undefined_thing + 1
        case 38: d['x'](1)(2)
        case 39: Bad()()
        case 40: return [1, 2, 3][1:2]['a']
        case 41: global_var.attr.other
        case 42: b.format(1).nope.more
        case 43: a = yield_it(
            1,
            2)
        case 44: return (
            1 +
            b)
        case 45: (a, c), e = [(1, 2, 3), 4]
        case 46: b[1:'a']
        case 47: k = d['a']; k |= 5
        case 48: return d['a'] if d['cond'] else 1
        case 49: raise d['exc']
        case 50: raise KeyError('x') from d['cause']
        case 51: return not Bad()
        case 52: return 1 < 'a' < 2
        case 53: return d.nope()
        case 54: a()
def global_d(): pass
collected = []
for n in range(55):
    try:
        stmts(n)
        print(n, 'no error')
    except Exception as e:
        e.__context__ = None
        collected.append(e)
def chain(errors):
    for i, e in enumerate(errors):
        if i: e.__cause__ = errors[i - 1]
    return errors[-1]
raise chain(collected)
