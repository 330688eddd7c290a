"""What a class statement does: __prepare__, the body, the metaclass, __set_name__, __init_subclass__, in this order."""


class Spy(dict):
    def __setitem__(self, key, value):
        print(f"    {key} = {value if isinstance(value, (int, str)) else type(value).__name__}")
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("auto_"):
            return key.upper()
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        print("prepare", mcs.__name__, name, [b.__name__ for b in bases], keywords)
        return Spy()

    def __new__(mcs, name, bases, namespace, **keywords):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")), keywords)
        cls = super().__new__(mcs, name, bases, dict(namespace), flag=keywords.get("flag"))
        print("made", name)
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name, keywords)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **keywords):
        print("call", cls.__name__, args, keywords)
        return super().__call__(*args, **keywords)

    def __instancecheck__(cls, instance):
        return instance == 42 or super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        return subclass is int or super().__subclasscheck__(subclass)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("xyz")

    def __contains__(cls, item):
        return item == "member"

    def __getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    def __getattr__(cls, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"meta attribute {name}"

    def __add__(cls, other):
        return f"{cls.__name__} + {getattr(other, '__name__', other)}"

    def __repr__(cls):
        return f"<class {cls.__name__}!>"

    def __dir__(cls):
        return ["b", "a"]

    @property
    def label(cls):
        return f"label of {cls.__name__}"

    def only_on_classes(cls):
        return cls.__name__


class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class Base:
    def __init_subclass__(cls, /, flag=None, **keywords):
        print("init_subclass", cls.__name__, flag, keywords)
        super().__init_subclass__(**keywords)


class A(Base, metaclass=Meta, flag=1):
    first = 1
    field = Field()
    value = auto_name

    def method(self):
        return __class__


print(A.value, A, len(A), list(A), "member" in A, "other" in A, A[3], A.anything, A + int, dir(A), A.label, A.only_on_classes())
a = A()
print(isinstance(42, A), isinstance(a, A), isinstance(1, A), issubclass(int, A), issubclass(bool, A), a.method())
for expression in ["a.label", "a.anything", "a.only_on_classes", "len(a)", "a[0]", "A._private"]:
    try:
        print(eval(expression))
    except (AttributeError, TypeError) as error:
        print(expression, "->", error)
B = Meta("B", (A,), {"extra": Field()}, flag=2)
print(B.__mro__, type(B).__mro__[0].__name__, B.__module__, B.__qualname__)


class OtherMeta(type):
    pass


class NoWords(type):
    pass


def function_meta(name, bases, namespace, **keywords):
    print("function", name, bases, sorted(namespace), keywords)
    return 99


class N(metaclass=function_meta, word=1):
    x = 1


print(N)
statements = ["class C(A, metaclass=OtherMeta): pass", "class C(metaclass=NoWords, word=1): pass", "class C(int, str): pass", "class C(bool): pass", "class C(5): pass", "class C(A, A): pass", "class C(object, A): pass", "class C(type(None)): pass", "class C(int, metaclass=5): pass", "type('x', (int, 5), {})", "type('x', [int], {})", "type('x', (), [])", "type(5, (), {})", "type('x', ())", "class C(word=1): pass", "class C(*(int,), **{'metaclass': NoWords}): pass", "class C(len.__class__): pass", "class C(slice): pass"]
for statement in statements:
    try:
        exec(statement)
        print(statement, "is fine")
    except TypeError as error:
        print(statement, "->", error)


class Failing:
    def __set_name__(self, owner, name):
        raise ValueError("bad name")


try:

    class D:
        attribute = Failing()
except Exception as error:
    print(type(error).__name__, error, repr(error.__cause__), getattr(error, "__notes__", None))
