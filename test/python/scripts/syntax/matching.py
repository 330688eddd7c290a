class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class E: RED = 'red'
def m(v):
    match v:
        case 0 | 1: return 'small'
        case -1: return 'neg'
        case 1.5: return 'float'
        case True: return 'never'
        case None: return 'None'
        case 'a' | 'b' as s: return f'str {s}'
        case E.RED: return 'red!'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, 2, *rest]: return f'12 {rest}'
        case [P(x=1) as p, _]: return f'point in list {p.y}'
        case (a, [b, c]): return f'nest {a}{b}{c}'
        case [first, *_, last] if first == last: return f'same {first}'
        case [*all_]: return f'list {all_}'
        case {'k': 1, **rest}: return f'k1 {rest}'
        case {'t': str(x), 'u': [y, *_]}: return f'tu {x} {y}'
        case {}: return 'dict'
        case P(0, y): return f'P0 {y}'
        case P(x, y=2): return f'P?2 {x}'
        case P(): return 'P'
        case int(n) if n > 100: return f'big {n}'
        case int() | float(): return 'num'
        case str(s): return f'other {s}'
        case bytes(): return 'bytes'
        case _: return 'default'
for v in (0, 1, True, -1, 1.5, None, 'a', 'zz', 'red', [], (), [5], (1, 2), [1, 2, 3, 4], [P(1, 9), 0], (1, [2, 3]), [7, 8, 7], [7, 8, 9], range(3), {'k': 1, 'z': 2}, {'t': 's', 'u': [1, 2]}, {'t': 1}, {}, P(0, 5), P(3, 2), P(4, 4), 500, 50, 2.5, {1}, object, 1j):
    print(repr(v) if not isinstance(v, P) and not isinstance(v, list) else type(v).__name__, m(v))
match 5:
    case x: print('bound', x)
match (1, 2):
    case (a, b) if a > b: print('gt')
    case (a, b): print('le', a, b)
def err(v):
    match v:
        case P(1, 2, 3): pass
try: err(P(1, 2))
except TypeError as e: print(e)
def err2(v):
    match v:
        case int(1, 2): pass
try: err2(1)
except TypeError as e: print(e)
match {'a': {'b': [1, {'c': 'deep'}]}}:
    case {'a': {'b': [_, {'c': found}]}}: print(found)
match 'x':
    case 'y': print('no')
print('fell through')
