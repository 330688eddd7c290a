"""How obj.name is found: data descriptors, the instance, the class, __getattr__; and how it is set and deleted."""


class Data:
    def __get__(self, obj, owner=None):
        return f"data.get({obj is not None}, {owner.__name__})"

    def __set__(self, obj, value):
        print("data.set", value)

    def __delete__(self, obj):
        print("data.delete")


class NonData:
    def __get__(self, obj, owner=None):
        return "nondata.get"


class ReadOnly:
    def __set__(self, obj, value):
        raise AttributeError("read only")


class A:
    data, nondata, readonly, plain = Data(), NonData(), ReadOnly(), "class value"

    def __getattr__(self, name):
        if name.startswith("dyn"):
            return f"dynamic {name}"
        return super().__getattribute__(name)


a = A()
vars(a).update(data="instance", nondata="instance", readonly="instance", plain="instance")
print(a.data, a.nondata, a.readonly, a.plain, a.dynamo, A.data, A.nondata)
a.data = 5
del a.data
for action in ["a.readonly = 1", "a.missing", "del a.missing", "del a.plain; a.plain", "del a.plain", "A.missing", "del A.missing", "A().x.y", "None.x", "(5).real = 1", "(5).x = 1", "del (5).x", "[].append = 1", "int.x = 1", "object().x = 1", "len.x = 1", "a.__class__ = 5", "a.__class__ = int", "a.__dict__ = 5", "A.__name__ = 5", "del A.__name__", "A.__bases__ = ()", "A.__dict__ = {}", "A.__dict__['x'] = 1", "getattr(a, 5)", "getattr(a, 'nope', 'default')", "setattr(a, 5, 1)", "hasattr(a, 5)", "getattr(5)", "super().x", "super(5).x", "super(A, 5).x", "super(A, a).nope", "''.nope", "type.nope", "(lambda: 0).nope", "__import__('math').nope", "a.__init__.nope", "property().fget(1)", "A.data = 5; print(a.data)"]:
    try:
        result = eval(action) if "=" not in action and "del" not in action else exec(action)
        print(action, "->", result)
    except Exception as error:
        print(action, "->", type(error).__name__, error)


class Recorder:
    def __getattribute__(self, name):
        if not name.startswith("__"):
            print("getattribute", name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("setattr", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)

    @property
    def temperature(self):
        """In degrees."""
        return self._t

    @temperature.setter
    def temperature(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._t = value

    only = property(lambda self: 1, doc="only read")
    write_only = property(None, lambda self, v: print("written", v))


r = Recorder()
r.temperature = 20
print(r.temperature, Recorder.temperature.__doc__, Recorder.only.__doc__, vars(r))
r.write_only = 3
del r._t
for action in ["r.temperature", "r.only = 2", "del r.only", "r.write_only", "r.temperature = -300"]:
    try:
        exec(action)
    except (AttributeError, ValueError) as error:
        print(action, "->", type(error).__name__, error)


class Slots:
    __slots__ = ("x", "__private", "_y")

    def __init__(self):
        self.__private = 1


class Open(Slots):
    pass


s = Slots()
for action in ["s.x", "s.z = 1", "s._Slots__private", "s.__dict__", "del s.x", "Open().z", "vars(s)", "Slots.x.__name__", "Slots.x.__get__(s)", "Slots.x.__get__(5, int)"]:
    try:
        print(action, "->", eval(action) if "=" not in action and "del" not in action else exec(action))
    except (AttributeError, TypeError) as error:
        print(action, "->", type(error).__name__, error)
for body in ["class B:\n __slots__ = ('a',)\n a = 1", "class B:\n __slots__ = ('1',)", "class B:\n __slots__ = (5,)", "class B(int):\n __slots__ = ('a',)", "class B(tuple):\n __slots__ = ('a',)", "class B(Slots, type('C', (), {'__slots__': ('q',)})): pass", "class B:\n __slots__ = ('__dict__', 'a')\nprint(B().__dict__)", "class B:\n __slots__ = ('__dict__', '__dict__')", "class B:\n __slots__ = 'single'\nprint(B.single.__name__)", "class B:\n __slots__ = {'a': 'doc of a'}\nprint(B.a.__doc__)"]:
    try:
        exec(body)
    except (TypeError, ValueError) as error:
        print(body.splitlines()[1:2] or body, "->", type(error).__name__, error)
