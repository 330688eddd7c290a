# Classes put together at random, and what is done with their instances.
log = []
def note(*a): log.append(a); return a[-1]
def show(name, f):
    try: r = f()
    except BaseException as e: r = (type(e).__name__, str(e))
    try: t = repr(r)
    except BaseException as e: t = ('repr', type(e).__name__, str(e))
    print(name, t.__str__().split(' at 0x')[0], log[-3:])
try:
    class C0(Exception):
        tag = 0
        def __call__(self, *args): return [1, 2]
        def __ne__(self, other): return iter([3, 4])
        def __add__(self, other): return None
except BaseException as e: print(0, type(e).__name__, e); C0 = object
show("make0", lambda: [c.__name__ for c in C0.__mro__])
try: o0 = C0()
except BaseException as e: print("new", type(e).__name__, e); o0 = None
show('super(type(o0), o0).__repr__()[:5]', lambda: super(type(o0), o0).__repr__()[:5])
show('ord(o0)', lambda: ord(o0))
show('o0.method()', lambda: o0.method())
show('o0 + 1', lambda: o0 + 1)
show('f"{o0:>5}"', lambda: f"{o0:>5}")
show('f"{o0}"', lambda: f"{o0}")
show('o0 + o0', lambda: o0 + o0)
show('2 * o0', lambda: 2 * o0)
show('vars(o0)', lambda: vars(o0))
show('round(o0)', lambda: round(o0))
show('bool(o0)', lambda: bool(o0))
show('float(o0)', lambda: float(o0))
show('1 in o0', lambda: 1 in o0)
try:
    class C1(object):
        tag = 1
        def method(self, *args): return True
        def __len__(self, *args): return (1, 2)
except BaseException as e: print(1, type(e).__name__, e); C1 = object
show("make1", lambda: [c.__name__ for c in C1.__mro__])
try: o1 = C1()
except BaseException as e: print("new", type(e).__name__, e); o1 = None
show('dict(o1)', lambda: dict(o1))
show('ord(o1)', lambda: ord(o1))
show('[*o1]', lambda: [*o1])
show('enumerate(o1)', lambda: enumerate(o1))
show('getattr(o1, "zz", 5)', lambda: getattr(o1, "zz", 5))
show('iter(o1)', lambda: iter(o1))
show('o1 != o0', lambda: o1 != o0)
show('list(o1)', lambda: list(o1))
show('1 - o1', lambda: 1 - o1)
show('o1.sm(3)', lambda: o1.sm(3))
show('o1 == o0', lambda: o1 == o0)
show('o0 + o1', lambda: o0 + o1)
show('complex(o1)', lambda: complex(o1))
show('sorted([o1, o1])', lambda: sorted([o1, o1]))
try:
    class C2(C0):
        tag = 2
        def __hash__(self, *args): return hash("x")
        def __gt__(self, other): return NotImplemented
except BaseException as e: print(2, type(e).__name__, e); C2 = object
show("make2", lambda: [c.__name__ for c in C2.__mro__])
try: o2 = C2()
except BaseException as e: print("new", type(e).__name__, e); o2 = None
show('"%s" % (o2,)', lambda: "%s" % (o2,))
show('{o2: 1}[o2]', lambda: {o2: 1}[o2])
show('callable(o2)', lambda: callable(o2))
show('len(o2)', lambda: len(o2))
show('o2.__dict__', lambda: o2.__dict__)
show('super(type(o2), o2).__repr__()[:5]', lambda: super(type(o2), o2).__repr__()[:5])
show('o2 + o2', lambda: o2 + o2)
show('round(o2)', lambda: round(o2))
show('vars(o2)', lambda: vars(o2))
show('isinstance(o2, C0)', lambda: isinstance(o2, C0))
show('o2.__eq__(o2)', lambda: o2.__eq__(o2))
show('[*o2]', lambda: [*o2])
show('enumerate(o2)', lambda: enumerate(o2))
try:
    class C3(C2):
        tag = 3
        def __neg__(self, *args): return (1, 2)
except BaseException as e: print(3, type(e).__name__, e); C3 = object
show("make3", lambda: [c.__name__ for c in C3.__mro__])
try: o3 = C3()
except BaseException as e: print("new", type(e).__name__, e); o3 = None
show('repr(o3)', lambda: repr(o3))
show('o2 + o3', lambda: o2 + o3)
show('iter(o3)', lambda: iter(o3))
show('format(o3)', lambda: format(o3))
show('o3 * 2', lambda: o3 * 2)
show('o3 != o2', lambda: o3 != o2)
show('sum([o3, 1])', lambda: sum([o3, 1]))
show('{o3: 1}[o3]', lambda: {o3: 1}[o3])
show('str(o3)', lambda: str(o3))
show('o3.method()', lambda: o3.method())
show('ord(o3)', lambda: ord(o3))
show('enumerate(o3)', lambda: enumerate(o3))
show('any(o3)', lambda: any(o3))
try:
    class C4(object):
        tag = 4
        @staticmethod
        def sm(*a): return a
        def __enter__(self, *args): return "s"
except BaseException as e: print(4, type(e).__name__, e); C4 = object
show("make4", lambda: [c.__name__ for c in C4.__mro__])
try: o4 = C4()
except BaseException as e: print("new", type(e).__name__, e); o4 = None
show('o4.prop', lambda: o4.prop)
show('float(o4)', lambda: float(o4))
show('"%s" % (o4,)', lambda: "%s" % (o4,))
show('[*o4]', lambda: [*o4])
show('bool(o4)', lambda: bool(o4))
show('o4.__len__()', lambda: o4.__len__())
show('o4.sm(3)', lambda: o4.sm(3))
show('o4 > 1', lambda: o4 > 1)
show('dict(o4)', lambda: dict(o4))
show('chr(o4)', lambda: chr(o4))
show('o4(1)', lambda: o4(1))
show('tuple(o4)', lambda: tuple(o4))
show('isinstance(o4, (int, list))', lambda: isinstance(o4, (int, list)))
try:
    class C5(C0):
        tag = 5
        def __repr__(self, *args): return 2.5
        def __mul__(self, other): return len(log)
        def __enter__(self, *args): return note("up", super().__enter__(*args))
except BaseException as e: print(5, type(e).__name__, e); C5 = object
show("make5", lambda: [c.__name__ for c in C5.__mro__])
try: o5 = C5()
except BaseException as e: print("new", type(e).__name__, e); o5 = None
show('iter(o5)', lambda: iter(o5))
show('any(o5)', lambda: any(o5))
show('str(o5)', lambda: str(o5))
show('abs(o5)', lambda: abs(o5))
show('range(o5)', lambda: range(o5))
show('not o5', lambda: not o5)
show('o5.cm(1)', lambda: o5.cm(1))
show('1 in o5', lambda: 1 in o5)
show('set(o5)', lambda: set(o5))
show('o5 == o5', lambda: o5 == o5)
show('sum([o5, 1])', lambda: sum([o5, 1]))
show('list(o5)', lambda: list(o5))
show('o5 is o1', lambda: o5 is o1)
show('f"{o5:>5}"', lambda: f"{o5:>5}")
try:
    class C6(C3, C5):
        tag = 6
        def __lt__(self, other): return [1, 2]
        def __init__(self, *a): note("init", 6); super().__init__(*a)
except BaseException as e: print(6, type(e).__name__, e); C6 = object
show("make6", lambda: [c.__name__ for c in C6.__mro__])
try: o6 = C6()
except BaseException as e: print("new", type(e).__name__, e); o6 = None
show('o6.prop', lambda: o6.prop)
show('sum([o6, 1])', lambda: sum([o6, 1]))
show('o6.missing', lambda: o6.missing)
show('divmod(o6, 2)', lambda: divmod(o6, 2))
show('o6 + 1', lambda: o6 + 1)
show('o3 + o6', lambda: o3 + o6)
show('object.__repr__(o6)[:5]', lambda: object.__repr__(o6)[:5])
show('{o6: 1}[o6]', lambda: {o6: 1}[o6])
show('float(o6)', lambda: float(o6))
show('"%s" % (o6,)', lambda: "%s" % (o6,))
show('o6.tag', lambda: o6.tag)
show('ord(o6)', lambda: ord(o6))
show('dir(o6)[-1:]', lambda: dir(o6)[-1:])
show('f"{o6:>5}"', lambda: f"{o6:>5}")
try:
    class C7(object):
        tag = 7
        def __sub__(self, other): return note("up", super().__sub__(other))
        @classmethod
        def cm(self, *a): return (self.__name__, a)
except BaseException as e: print(7, type(e).__name__, e); C7 = object
show("make7", lambda: [c.__name__ for c in C7.__mro__])
try: o7 = C7()
except BaseException as e: print("new", type(e).__name__, e); o7 = None
show('not o7', lambda: not o7)
show('dir(o7)[-1:]', lambda: dir(o7)[-1:])
show('f"{o7}"', lambda: f"{o7}")
show('len(o7)', lambda: len(o7))
show('hash(o7) == hash(o7)', lambda: hash(o7) == hash(o7))
show('next(o7)', lambda: next(o7))
show('o7.__eq__(o7)', lambda: o7.__eq__(o7))
show('sorted([o7, o0])', lambda: sorted([o7, o0]))
show('callable(o7)', lambda: callable(o7))
show('o7 == 1', lambda: o7 == 1)
show('sum([o7, 1])', lambda: sum([o7, 1]))
show('o4 + o7', lambda: o4 + o7)
show('o7.__len__()', lambda: o7.__len__())
try:
    class C8(set):
        tag = 8
        def __call__(self, *args): return 0
        def __iter__(self, *args): return NotImplemented
        def __iadd__(self, other): return -1
except BaseException as e: print(8, type(e).__name__, e); C8 = object
show("make8", lambda: [c.__name__ for c in C8.__mro__])
try: o8 = C8()
except BaseException as e: print("new", type(e).__name__, e); o8 = None
show('chr(o8)', lambda: chr(o8))
show('hasattr(o8, "prop")', lambda: hasattr(o8, "prop"))
show('set(o8)', lambda: set(o8))
show('o8.sm(3)', lambda: o8.sm(3))
show('vars(o8)', lambda: vars(o8))
show('issubclass(type(o8), C0)', lambda: issubclass(type(o8), C0))
show('isinstance(o8, (int, list))', lambda: isinstance(o8, (int, list)))
show('getattr(o8, "zz", 5)', lambda: getattr(o8, "zz", 5))
show('tuple(o8)', lambda: tuple(o8))
show('o8 - 1', lambda: o8 - 1)
show('reversed(o8)', lambda: reversed(o8))
show('round(o8)', lambda: round(o8))
try:
    class C9(C3):
        tag = 9
        def __repr__(self, *args): return 2.5
        def __index__(self, *args): return self
except BaseException as e: print(9, type(e).__name__, e); C9 = object
show("make9", lambda: [c.__name__ for c in C9.__mro__])
try: o9 = C9()
except BaseException as e: print("new", type(e).__name__, e); o9 = None
show('o9 - 1', lambda: o9 - 1)
show('sorted([o9, o8])', lambda: sorted([o9, o8]))
show('iter(o9)', lambda: iter(o9))
show('o9 == 1', lambda: o9 == 1)
show('hash(o9) == hash(o9)', lambda: hash(o9) == hash(o9))
show('o5 + o9', lambda: o5 + o9)
show('range(o9)', lambda: range(o9))
show('float(o9)', lambda: float(o9))
show('o9.__class__', lambda: o9.__class__)
show('o9.missing', lambda: o9.missing)
show('o9 + 1', lambda: o9 + 1)
show('int(o9)', lambda: int(o9))
try:
    class C10(dict):
        tag = 10
        def __rsub__(self, other): return note('C10', 5)
except BaseException as e: print(10, type(e).__name__, e); C10 = object
show("make10", lambda: [c.__name__ for c in C10.__mro__])
try: o10 = C10()
except BaseException as e: print("new", type(e).__name__, e); o10 = None
show('tuple(o10)', lambda: tuple(o10))
show('chr(o10)', lambda: chr(o10))
show('o10 + o10', lambda: o10 + o10)
show('1 in o10', lambda: 1 in o10)
show('int(o10)', lambda: int(o10))
show('callable(o10)', lambda: callable(o10))
show('bool(o10)', lambda: bool(o10))
show('o10.method()', lambda: o10.method())
show('hash(o10) == hash(o10)', lambda: hash(o10) == hash(o10))
show('list(o10)', lambda: list(o10))
show('o10.__eq__(o10)', lambda: o10.__eq__(o10))
show('1 + o10', lambda: 1 + o10)
show('o10.cm(1)', lambda: o10.cm(1))
try:
    class C11(C6):
        tag = 11
        def __neg__(self, *args): return 0
        def __le__(self, other): return (1, 2)
        def __len__(self, *args): return [1, 2]
except BaseException as e: print(11, type(e).__name__, e); C11 = object
show("make11", lambda: [c.__name__ for c in C11.__mro__])
try: o11 = C11()
except BaseException as e: print("new", type(e).__name__, e); o11 = None
show('bool(o11)', lambda: bool(o11))
show('o5 + o11', lambda: o5 + o11)
show('f"{o11:>5}"', lambda: f"{o11:>5}")
show('type(o11).tag', lambda: type(o11).tag)
show('str(o11)', lambda: str(o11))
show('any(o11)', lambda: any(o11))
show('-o11', lambda: -o11)
show('{o11: 1}[o11]', lambda: {o11: 1}[o11])
show('1 + o11', lambda: 1 + o11)
show('float(o11)', lambda: float(o11))
show('o11.method()', lambda: o11.method())
show('complex(o11)', lambda: complex(o11))
show('enumerate(o11)', lambda: enumerate(o11))
show('"%s" % (o11,)', lambda: "%s" % (o11,))
try:
    class C12(C5):
        tag = 12
        def __enter__(self, *args): return -1
        def __new__(cls, *a): note("new", 12); return super().__new__(cls, *a)
        def __init_subclass__(cls, **k): note("sub", cls.__name__); super().__init_subclass__(**k)
        def __iter__(self, *args): return iter([3, 4])
except BaseException as e: print(12, type(e).__name__, e); C12 = object
show("make12", lambda: [c.__name__ for c in C12.__mro__])
try: o12 = C12()
except BaseException as e: print("new", type(e).__name__, e); o12 = None
show('{o12: 1}[o12]', lambda: {o12: 1}[o12])
show('type(o12).cm(2)', lambda: type(o12).cm(2))
show('vars(o12)', lambda: vars(o12))
show('dict(o12)', lambda: dict(o12))
show('hash(o12) == hash(o12)', lambda: hash(o12) == hash(o12))
show('str(o12)', lambda: str(o12))
show('o12 <= 2', lambda: o12 <= 2)
show('o2 + o12', lambda: o2 + o12)
show('next(o12)', lambda: next(o12))
show('o12 * 2', lambda: o12 * 2)
show('issubclass(type(o12), C0)', lambda: issubclass(type(o12), C0))
show('hasattr(o12, "prop")', lambda: hasattr(o12, "prop"))
show('o12 is o9', lambda: o12 is o9)
try:
    class C13(C2):
        tag = 13
        def __format__(self, other): return note('C13', 5)
        def __le__(self, other): return [1, 2]
        def __eq__(self, other): return 0
except BaseException as e: print(13, type(e).__name__, e); C13 = object
show("make13", lambda: [c.__name__ for c in C13.__mro__])
try: o13 = C13()
except BaseException as e: print("new", type(e).__name__, e); o13 = None
show('range(o13)', lambda: range(o13))
show('1 in o13', lambda: 1 in o13)
show('o13.missing', lambda: o13.missing)
show('type(o13).cm(2)', lambda: type(o13).cm(2))
show('2 * o13', lambda: 2 * o13)
show('any(o13)', lambda: any(o13))
show('o13(1)', lambda: o13(1))
show('sorted([o13, o10])', lambda: sorted([o13, o10]))
show('reversed(o13)', lambda: reversed(o13))
show('f"{o13}"', lambda: f"{o13}")
show('o13.method()', lambda: o13.method())
show('isinstance(o13, C0)', lambda: isinstance(o13, C0))
show('o13[0]', lambda: o13[0])
try:
    class C14(tuple):
        tag = 14
        def __abs__(self, *args): return iter([3, 4])
        def __le__(self, other): return iter([3, 4])
except BaseException as e: print(14, type(e).__name__, e); C14 = object
show("make14", lambda: [c.__name__ for c in C14.__mro__])
try: o14 = C14()
except BaseException as e: print("new", type(e).__name__, e); o14 = None
show('getattr(o14, "zz", 5)', lambda: getattr(o14, "zz", 5))
show('o14 + o14', lambda: o14 + o14)
show('[10, 20, 30][o14]', lambda: [10, 20, 30][o14])
show('float(o14)', lambda: float(o14))
show('o14.prop', lambda: o14.prop)
show('any(o14)', lambda: any(o14))
show('format(o14)', lambda: format(o14))
show('vars(o14)', lambda: vars(o14))
show('o14 == o7', lambda: o14 == o7)
show('tuple(o14)', lambda: tuple(o14))
show('sorted([o14, o11])', lambda: sorted([o14, o11]))
show('-o14', lambda: -o14)
show('o14 != o8', lambda: o14 != o8)
try:
    class C15(C2):
        tag = 15
        def __rsub__(self, other): return "s"
        def __sub__(self, other): return NotImplemented
        def __lt__(self, other): return iter([3, 4])
except BaseException as e: print(15, type(e).__name__, e); C15 = object
show("make15", lambda: [c.__name__ for c in C15.__mro__])
try: o15 = C15()
except BaseException as e: print("new", type(e).__name__, e); o15 = None
show('repr(o15)', lambda: repr(o15))
show('sorted([o15, o12])', lambda: sorted([o15, o12]))
show('o15.cm(1)', lambda: o15.cm(1))
show('2 * o15', lambda: 2 * o15)
show('round(o15)', lambda: round(o15))
show('str(o15)', lambda: str(o15))
show('next(o15)', lambda: next(o15))
show('hasattr(o15, "prop")', lambda: hasattr(o15, "prop"))
show('o15.__dict__', lambda: o15.__dict__)
show('any(o15)', lambda: any(o15))
show('chr(o15)', lambda: chr(o15))
show('o15(1)', lambda: o15(1))
show('1 - o15', lambda: 1 - o15)
try:
    class C16(C5, C13):
        tag = 16
        def __rsub__(self, other): return None
except BaseException as e: print(16, type(e).__name__, e); C16 = object
show("make16", lambda: [c.__name__ for c in C16.__mro__])
try: o16 = C16()
except BaseException as e: print("new", type(e).__name__, e); o16 = None
show('o16 == 1', lambda: o16 == 1)
show('getattr(o16, "zz", 5)', lambda: getattr(o16, "zz", 5))
show('o16 == o10', lambda: o16 == o10)
show('tuple(o16)', lambda: tuple(o16))
show('list(o16)', lambda: list(o16))
show('1 in o16', lambda: 1 in o16)
show('iter(o16)', lambda: iter(o16))
show('dir(o16)[-1:]', lambda: dir(o16)[-1:])
show('super(type(o16), o16).__repr__()[:5]', lambda: super(type(o16), o16).__repr__()[:5])
show('complex(o16)', lambda: complex(o16))
show('1 + o16', lambda: 1 + o16)
show('format(o16)', lambda: format(o16))
show('o16 + o12', lambda: o16 + o12)
try:
    class C17(C1, C9):
        tag = 17
        def __index__(self, *args): return 0
        def __reversed__(self, *args): return 1
        def __len__(self, *args): return -1
except BaseException as e: print(17, type(e).__name__, e); C17 = object
show("make17", lambda: [c.__name__ for c in C17.__mro__])
try: o17 = C17()
except BaseException as e: print("new", type(e).__name__, e); o17 = None
show('o17 > 1', lambda: o17 > 1)
show('repr(o17)', lambda: repr(o17))
show('f"{o17:>5}"', lambda: f"{o17:>5}")
show('o17[0]', lambda: o17[0])
show('o17 * 2', lambda: o17 * 2)
show('-o17', lambda: -o17)
show('format(o17)', lambda: format(o17))
show('range(o17)', lambda: range(o17))
show('reversed(o17)', lambda: reversed(o17))
show('o17 <= 2', lambda: o17 <= 2)
show('o17 == o13', lambda: o17 == o13)
show('divmod(o17, 2)', lambda: divmod(o17, 2))
show('tuple(o17)', lambda: tuple(o17))
show('o17 == 1', lambda: o17 == 1)
try:
    class C18(dict):
        tag = 18
        def __index__(self, *args): return iter([3, 4])
        def __bool__(self, *args): return [1, 2]
        def __new__(cls, *a): note("new", 18); return super().__new__(cls, *a)
except BaseException as e: print(18, type(e).__name__, e); C18 = object
show("make18", lambda: [c.__name__ for c in C18.__mro__])
try: o18 = C18()
except BaseException as e: print("new", type(e).__name__, e); o18 = None
show('o18 == o7', lambda: o18 == o7)
show('sum([o18, 1])', lambda: sum([o18, 1]))
show('o18 > 1', lambda: o18 > 1)
show('o18.__len__()', lambda: o18.__len__())
show('type(o18).tag', lambda: type(o18).tag)
show('range(o18)', lambda: range(o18))
show('1 + o18', lambda: 1 + o18)
show('complex(o18)', lambda: complex(o18))
show('max(o18, o1)', lambda: max(o18, o1))
show('-o18', lambda: -o18)
show('bool(o18)', lambda: bool(o18))
show('iter(o18)', lambda: iter(o18))
try:
    class C19(C10):
        tag = 19
        def __str__(self, *args): return -1
        def __int__(self, *args): return 1
        def __new__(cls, *a): note("new", 19); return super().__new__(cls, *a)
        def __gt__(self, other): return iter([3, 4])
except BaseException as e: print(19, type(e).__name__, e); C19 = object
show("make19", lambda: [c.__name__ for c in C19.__mro__])
try: o19 = C19()
except BaseException as e: print("new", type(e).__name__, e); o19 = None
show('2 * o19', lambda: 2 * o19)
show('o19.__dict__', lambda: o19.__dict__)
show('float(o19)', lambda: float(o19))
show('setattr(o19, "x", 3) or o19.x', lambda: setattr(o19, "x", 3) or o19.x)
show('range(o19)', lambda: range(o19))
show('getattr(o19, "zz", 5)', lambda: getattr(o19, "zz", 5))
show('vars(o19)', lambda: vars(o19))
show('1 - o19', lambda: 1 - o19)
show('-o19', lambda: -o19)
show('reversed(o19)', lambda: reversed(o19))
show('[*o19]', lambda: [*o19])
show('o19.__class__', lambda: o19.__class__)
try:
    class C20(C6):
        tag = 20
        def __init_subclass__(cls, **k): note("sub", cls.__name__); super().__init_subclass__(**k)
        def __hash__(self, *args): return 7
except BaseException as e: print(20, type(e).__name__, e); C20 = object
show("make20", lambda: [c.__name__ for c in C20.__mro__])
try: o20 = C20()
except BaseException as e: print("new", type(e).__name__, e); o20 = None
show('list(o20)', lambda: list(o20))
show('iter(o20)', lambda: iter(o20))
show('reversed(o20)', lambda: reversed(o20))
show('sum([o20, 1])', lambda: sum([o20, 1]))
show('complex(o20)', lambda: complex(o20))
show('chr(o20)', lambda: chr(o20))
show('o20 > 1', lambda: o20 > 1)
show('o20.method()', lambda: o20.method())
show('[*o20]', lambda: [*o20])
show('any(o20)', lambda: any(o20))
show('-o20', lambda: -o20)
show('2 * o20', lambda: 2 * o20)
show('o20(1)', lambda: o20(1))
show('super(type(o20), o20).__repr__()[:5]', lambda: super(type(o20), o20).__repr__()[:5])
try:
    class C21(C12):
        tag = 21
        @staticmethod
        def sm(*a): return a
        def __enter__(self, *args): return note('C21', 5)
except BaseException as e: print(21, type(e).__name__, e); C21 = object
show("make21", lambda: [c.__name__ for c in C21.__mro__])
try: o21 = C21()
except BaseException as e: print("new", type(e).__name__, e); o21 = None
show('o21.__eq__(o21)', lambda: o21.__eq__(o21))
show('o21 != o17', lambda: o21 != o17)
show('ord(o21)', lambda: ord(o21))
show('o21 > 1', lambda: o21 > 1)
show('o21.__class__', lambda: o21.__class__)
show('dir(o21)[-1:]', lambda: dir(o21)[-1:])
show('int(o21)', lambda: int(o21))
show('float(o21)', lambda: float(o21))
show('"%s" % (o21,)', lambda: "%s" % (o21,))
show('o21 - 1', lambda: o21 - 1)
show('bool(o21)', lambda: bool(o21))
show('o21 == 1', lambda: o21 == 1)
show('1 + o21', lambda: 1 + o21)
try:
    class C22(object):
        tag = 22
        def __le__(self, other): return -1
        def __radd__(self, other): return [1, 2]
except BaseException as e: print(22, type(e).__name__, e); C22 = object
show("make22", lambda: [c.__name__ for c in C22.__mro__])
try: o22 = C22()
except BaseException as e: print("new", type(e).__name__, e); o22 = None
show('1 + o22', lambda: 1 + o22)
show('o22 * 2', lambda: o22 * 2)
show('hash(o22) == hash(o22)', lambda: hash(o22) == hash(o22))
show('list(o22)', lambda: list(o22))
show('issubclass(type(o22), C0)', lambda: issubclass(type(o22), C0))
show('[10, 20, 30][o22]', lambda: [10, 20, 30][o22])
show('o22 + o3', lambda: o22 + o3)
show('o22.sm(3)', lambda: o22.sm(3))
show('type(o22).tag', lambda: type(o22).tag)
show('o22 == o8', lambda: o22 == o8)
show('str(o22)', lambda: str(o22))
show('reversed(o22)', lambda: reversed(o22))
show('f"{o22}"', lambda: f"{o22}")
show('o22.missing', lambda: o22.missing)
try:
    class C23(tuple):
        tag = 23
        def __format__(self, other): return True
        def __add__(self, other): return NotImplemented
        def __contains__(self, other): return "s"
        def __len__(self, *args): return self
except BaseException as e: print(23, type(e).__name__, e); C23 = object
show("make23", lambda: [c.__name__ for c in C23.__mro__])
try: o23 = C23()
except BaseException as e: print("new", type(e).__name__, e); o23 = None
show('f"{o23}"', lambda: f"{o23}")
show('range(o23)', lambda: range(o23))
show('not o23', lambda: not o23)
show('getattr(o23, "zz", 5)', lambda: getattr(o23, "zz", 5))
show('o23[0]', lambda: o23[0])
show('o23(1)', lambda: o23(1))
show('2 * o23', lambda: 2 * o23)
show('o23.__class__', lambda: o23.__class__)
show('reversed(o23)', lambda: reversed(o23))
show('sorted([o23, o2])', lambda: sorted([o23, o2]))
show('type(o23).tag', lambda: type(o23).tag)
show('o23.prop', lambda: o23.prop)
try:
    class C24(C12):
        tag = 24
        def __rmul__(self, other): return iter([3, 4])
except BaseException as e: print(24, type(e).__name__, e); C24 = object
show("make24", lambda: [c.__name__ for c in C24.__mro__])
try: o24 = C24()
except BaseException as e: print("new", type(e).__name__, e); o24 = None
show('{o24: 1}[o24]', lambda: {o24: 1}[o24])
show('o24 == o4', lambda: o24 == o4)
show('1 in o24', lambda: 1 in o24)
show('sorted([o24, o24])', lambda: sorted([o24, o24]))
show('vars(o24)', lambda: vars(o24))
show('complex(o24)', lambda: complex(o24))
show('o24 == 1', lambda: o24 == 1)
show('hash(o24) == hash(o24)', lambda: hash(o24) == hash(o24))
show('object.__repr__(o24)[:5]', lambda: object.__repr__(o24)[:5])
show('o24.prop', lambda: o24.prop)
show('[10, 20, 30][o24]', lambda: [10, 20, 30][o24])
show('1 - o24', lambda: 1 - o24)
show('bool(o24)', lambda: bool(o24))
try:
    class C25(object):
        tag = 25
        def __missing__(self, other): return note('C25', 5)
except BaseException as e: print(25, type(e).__name__, e); C25 = object
show("make25", lambda: [c.__name__ for c in C25.__mro__])
try: o25 = C25()
except BaseException as e: print("new", type(e).__name__, e); o25 = None
show('o25(1)', lambda: o25(1))
show('o25 + o15', lambda: o25 + o15)
show('round(o25)', lambda: round(o25))
show('o25 <= 2', lambda: o25 <= 2)
show('"%s" % (o25,)', lambda: "%s" % (o25,))
show('str(o25)', lambda: str(o25))
show('issubclass(type(o25), C0)', lambda: issubclass(type(o25), C0))
show('list(o25)', lambda: list(o25))
show('o25 == o14', lambda: o25 == o14)
show('enumerate(o25)', lambda: enumerate(o25))
show('o25 - 1', lambda: o25 - 1)
show('-o25', lambda: -o25)
show('ord(o25)', lambda: ord(o25))
try:
    class C26(C16):
        tag = 26
        def __rmul__(self, other): return None
        def __add__(self, other): return "s"
except BaseException as e: print(26, type(e).__name__, e); C26 = object
show("make26", lambda: [c.__name__ for c in C26.__mro__])
try: o26 = C26()
except BaseException as e: print("new", type(e).__name__, e); o26 = None
show('iter(o26)', lambda: iter(o26))
show('dict(o26)', lambda: dict(o26))
show('isinstance(o26, (int, list))', lambda: isinstance(o26, (int, list)))
show('1 in o26', lambda: 1 in o26)
show('o26 is o17', lambda: o26 is o17)
show('str(o26)', lambda: str(o26))
show('o26 > 1', lambda: o26 > 1)
show('any(o26)', lambda: any(o26))
show('o26.missing', lambda: o26.missing)
show('bool(o26)', lambda: bool(o26))
show('[*o26]', lambda: [*o26])
show('sorted([o26, o14])', lambda: sorted([o26, o14]))
show('enumerate(o26)', lambda: enumerate(o26))
try:
    class C27(object):
        tag = 27
        def __abs__(self, *args): return note('C27', 5)
        def __enter__(self, *args): return (1, 2)
except BaseException as e: print(27, type(e).__name__, e); C27 = object
show("make27", lambda: [c.__name__ for c in C27.__mro__])
try: o27 = C27()
except BaseException as e: print("new", type(e).__name__, e); o27 = None
show('1 in o27', lambda: 1 in o27)
show('round(o27)', lambda: round(o27))
show('f"{o27:>5}"', lambda: f"{o27:>5}")
show('o27 - 1', lambda: o27 - 1)
show('o27 == 1', lambda: o27 == 1)
show('reversed(o27)', lambda: reversed(o27))
show('divmod(o27, 2)', lambda: divmod(o27, 2))
show('set(o27)', lambda: set(o27))
show('"%s" % (o27,)', lambda: "%s" % (o27,))
show('2 * o27', lambda: 2 * o27)
show('o27 <= 2', lambda: o27 <= 2)
try:
    class C28(list):
        tag = 28
        def __init_subclass__(cls, **k): note("sub", cls.__name__); super().__init_subclass__(**k)
        def __index__(self, *args): return iter([3, 4])
        def __float__(self, *args): return True
        def __format__(self, other): return 0
except BaseException as e: print(28, type(e).__name__, e); C28 = object
show("make28", lambda: [c.__name__ for c in C28.__mro__])
try: o28 = C28()
except BaseException as e: print("new", type(e).__name__, e); o28 = None
show('o28[0]', lambda: o28[0])
show('o28 + 1', lambda: o28 + 1)
show('str(o28)', lambda: str(o28))
show('dir(o28)[-1:]', lambda: dir(o28)[-1:])
show('chr(o28)', lambda: chr(o28))
show('range(o28)', lambda: range(o28))
show('format(o28)', lambda: format(o28))
show('iter(o28)', lambda: iter(o28))
show('o28 < o19', lambda: o28 < o19)
show('f"{o28:>5}"', lambda: f"{o28:>5}")
show('float(o28)', lambda: float(o28))
show('object.__repr__(o28)[:5]', lambda: object.__repr__(o28)[:5])
show('bool(o28)', lambda: bool(o28))
show('o28 != o1', lambda: o28 != o1)
try:
    class C29(C6):
        tag = 29
        def __bool__(self, *args): return note('C29', 5)
        def __enter__(self, *args): return self
        @staticmethod
        def sm(*a): return a
        def __ne__(self, other): return True
except BaseException as e: print(29, type(e).__name__, e); C29 = object
show("make29", lambda: [c.__name__ for c in C29.__mro__])
try: o29 = C29()
except BaseException as e: print("new", type(e).__name__, e); o29 = None
show('round(o29)', lambda: round(o29))
show('max(o29, o25)', lambda: max(o29, o25))
show('o29.cm(1)', lambda: o29.cm(1))
show('hash(o29) == hash(o29)', lambda: hash(o29) == hash(o29))
show('2 * o29', lambda: 2 * o29)
show('issubclass(type(o29), C0)', lambda: issubclass(type(o29), C0))
show('any(o29)', lambda: any(o29))
show('super(type(o29), o29).__repr__()[:5]', lambda: super(type(o29), o29).__repr__()[:5])
show('1 - o29', lambda: 1 - o29)
show('complex(o29)', lambda: complex(o29))
show('repr(o29)', lambda: repr(o29))
show('bool(o29)', lambda: bool(o29))
show('o29(1)', lambda: o29(1))
show('f"{o29:>5}"', lambda: f"{o29:>5}")
