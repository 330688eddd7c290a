"""Which of two operands is asked first: the left one, unless the right one's class is a subclass that redefines the reflected method."""


class Base:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def define(cls, kinds):
    def method(name):
        def body(self, other, *more):
            print(f"  {type(self).__name__}.{name}({self}, {other}{', ' + str(*more) if more else ''})")
            return NotImplemented if name in cls.refuses else name

        return body

    for name in kinds:
        setattr(cls, name, method(name))
    return cls


operators = ["add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul"]
names = [f"__{prefix}{name}__" for name in operators for prefix in ("", "r")]


class Left(Base):
    refuses = ()


class Right(Base):
    refuses = ()


class Child(Left):
    refuses = ()


class Plain(Left):
    pass


class Refusing(Base):
    refuses = set(names)


define(Left, names), define(Right, names), define(Child, ["__radd__", "__add__"]), define(Refusing, names)
left, right, child, plain, refusing = Left("left"), Right("right"), Child("child"), Plain("plain"), Refusing("refusing")
for text in ["left + right", "left + child", "left + plain", "left - child", "child + left", "5 + left", "left + 5", "refusing + left", "left + refusing", "refusing + refusing", "refusing + 1", "1 - refusing", "refusing @ left", "refusing ** left", "pow(left, 2, 3)", "pow(refusing, 2, 3)", "divmod(refusing, left)", "divmod(refusing, refusing)", "refusing << refusing", "refusing | 1", "[] + refusing", "'a' % left", "'%s' % left", "[1] * right", "'a' + right", "(1,) + right", "{1} | right", "{} | right", "b'' % right", "1.5 // right", "True & right", "2j ** right"]:
    print(text)
    try:
        print("  =", eval(text))
    except TypeError as error:
        print("  TypeError:", error)


class InPlace(Base):
    def __iadd__(self, other):
        self.name += f"+{other}"
        return self

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return f"sub {other}"

    def __imul__(self, other):
        return "replaced"


v = w = InPlace("v")
v += 1
print(v, v is w)
v -= 2
print(v, w)
w *= 3
print(w)
for statement in ["x /= 2", "x @= 2", "x **= 2", "x >>= 2", "x &= 2", "x //= 'a'", "x -= []"]:
    for value in (InPlace("i"), "s", None):
        scope = {"x": value}
        try:
            exec(statement, scope)
            print(statement, scope["x"])
        except TypeError as error:
            print(statement, error)
t = ([1], 2)
try:
    t[0] += [3]
except TypeError as error:
    print(error, t)
a = b = [1]
a += (2,)
a *= 2
print(a, b, a is b)
s = u = {1}
s |= {2}
s -= {1}
s ^= {5}
print(s, u, s is u)
d = e = {"a": 1}
d |= [("b", 2)]
print(d, e is d)
try:
    a += 5
except TypeError as error:
    print(error)
try:
    a = a + (1,)
except TypeError as error:
    print(error)


class Unsettable:
    __add__ = None
    __radd__ = None
    __lt__ = None
    __iter__ = None
    __hash__ = None
    __contains__ = None


n = Unsettable()
for text in ["n + 1", "1 + n", "n < 1", "1 > n", "iter(n)", "hash(n)", "1 in n", "list(n)", "{n}"]:
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, "->", error)
