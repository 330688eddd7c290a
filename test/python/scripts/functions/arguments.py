"""How arguments meet parameters: positional-only, keyword-only, stars, defaults, and each refusal."""


def f(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, a=7, z=8), f(*[1, 2], *(3,), d=0, **{"e": 1}, **{"y": 2}), f.__defaults__, f.__kwdefaults__)


def plain(x, y):
    return x, y


def keywords(*, k, m=1):
    return k, m


def positional(p, q, /):
    return p, q


class Method:
    def m(self, x):
        return x

    @classmethod
    def c(cls, x=1):
        return x

    @staticmethod
    def s(x):
        return x

    def __init__(self, n=0):
        self.n = n

    def __call__(self, *, word):
        return word


o = Method()
for text in ["f()", "f(1)", "f(d=1)", "f(1, b=2, d=3)", "f(1, d=4, d=5)", "f(1, d=4, **{'d': 5})", "plain()", "plain(1)", "plain(1, 2, 3)", "plain(1, x=2)", "plain(1, z=2)", "plain(x=1)", "plain(*'abc')", "plain(*5)", "plain(**5)", "plain(**{1: 2})", "plain(1, **{'x': 2})", "plain(y=1, x=2)", "keywords()", "keywords(1)", "keywords(1, k=2)", "keywords(j=1)", "keywords(k=1, j=2)", "positional(1)", "positional(p=1, q=2)", "positional(1, q=2)", "positional(1, 2, 3)", "o.m()", "o.m(1, 2)", "Method.m()", "Method.m(1)", "Method.m(o, 1)", "o.c(1, 2)", "o.s()", "o.s(1, 2)", "Method(1, 2)", "Method(m=1)", "o()", "o(1)", "(lambda a, *b: (a, b))()", "(lambda *, a: a)(1)", "(lambda **k: k)(1)", "(lambda: 0)(1)", "len()", "len(1, 2)", "len(x=1)", "int(1, 2, 3)", "print(foo=1)", "[].append()", "[].append(1, 2)", "{}.get()", "'a'.split(1, 2, 3)", "'a'.join()", "object(1)", "isinstance(1)", "range()", "range(1, 2, 3, 4)", "dict(1, 2)", "list(1, 2)", "str(1, 2, 3, 4)", "sorted()", "open()", "type()", "5()", "'a'()", "None()", "o.n()", "plain(1)(2)", "f(*[1], 2, d=3)", "f(*(), 1, *[2, 3, 4], d=3)", "plain(*{1: 'a', 2: 'b'})", "plain(**dict(x=1, y=2))", "max(*[3, 1], key=lambda v: -v)", "print(*[1, 2], *'ab', sep='-')"]:
    try:
        print(text, "=", eval(text))
    except (TypeError, SyntaxError) as error:
        print(text, "->", type(error).__name__, getattr(error, "msg", error))


def three(a, b, c, *, d, e):
    pass


for call in (lambda: three(), lambda: three(1), lambda: three(1, 2), lambda: three(1, 2, 3), lambda: three(1, 2, 3, 4), lambda: three(1, 2, 3, 4, d=1, e=2), lambda: three(1, 2, 3, d=1), lambda: three(1, 2, 3, d=1, e=2, f=3)):
    try:
        call()
    except TypeError as error:
        print(error)


def mutable(item, seen=[], *, table={}):
    seen.append(item)
    table[item] = len(seen)
    return seen, table


print(mutable(1), mutable(2), mutable(3, []), mutable.__defaults__)
order = []


def note(x):
    order.append(x)
    return x


plain(*[note(1)], **{"y": note(2)})
f(note("a"), *[note("b")], d=note("c"), **{"e": note("d")})
print(order)


def default(x=note("default"), *args: note("annotation"), k=note("kw default")) -> note("returns"):
    return x


print(order[6:], default.__annotations__, default(), default.__kwdefaults__)
plain.__defaults__ = (9,)
print(plain(1), plain.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames)
def outer(x):
    def inner(y, z=x):
        return x + y + z
    x = x * 10
    return inner


print(outer(1)(2), outer(1)(2, 3), outer(5).__closure__[0].cell_contents, outer.__code__.co_cellvars, outer(1).__code__.co_freevars)
