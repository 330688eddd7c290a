"""eval, exec and compile with namespaces; globals, locals, vars and dir."""

print(eval("1 + 2"), eval(" \t1 +2 "), eval("x * 2", {"x": 4}), eval("x + y", {"x": 1}, {"y": 2}), eval("(lambda: a)()", {"a": 5}))
space = {}
exec("a = 1\ndef f(): return a\nclass C: pass", space)
print(sorted(k for k in space if k != "__builtins__"), space["f"](), space["C"].__module__, space["f"].__module__)
outer, inner = {"g": 1}, {"l": 2}
exec("g2 = g + l; global made; made = l\nimport math as m", outer, inner)
print(sorted(outer.keys() - {"__builtins__"}), sorted(inner))


def function(parameter):
    local = parameter + 1
    exec("local = 100; new = 5")
    print(local)
    print(eval("local + parameter"), eval("local * 2", globals(), {"local": 3}))
    try:
        eval("[parameter for _ in range(2)]")
    except NameError as error:
        print(error)
    return eval("local")


print(function(1))


class Mapping:
    def __getitem__(self, key):
        print(f"asked for {key}")
        if key == "print":
            raise KeyError(key)
        return key * 2

    def __setitem__(self, key, value):
        print("set", key, value)


print(eval("ab + cd", {}, Mapping()))
exec("value = ef\nprint(value)", {}, Mapping())
for arguments in [("1", 5), ("1", {}, 5), (5,), ("1 +",), ("x = 1",), ("",), ("undefined_name",), ("1\n2",), (b"1 + 1",), ("  ",)]:
    try:
        print(arguments, "=", eval(*arguments))
    except Exception as error:
        print(arguments, type(error).__name__, getattr(error, "msg", error))
code = compile("a + 1", "<text>", "eval")
print(eval(code, {"a": 2}), code.co_filename, code.co_name, type(code).__name__)
code = compile("x = 5\nprint(x)\nx", "<program>", "exec")
print(exec(code), eval(code))
exec(compile("1 + 1; 'shown'; None", "<s>", "single"))
for arguments in [("1", "f", "bad"), ("x = ", "f", "exec"), ("1", "f"), (5, "f", "exec"), ("def f():\npass", "f", "exec")]:
    try:
        compile(*arguments)
    except Exception as error:
        print(arguments, type(error).__name__, error)
print(eval("__builtins__", {"__builtins__": {"a": 1}}), eval("len([1])", {}))
try:
    eval("len", {"__builtins__": {}})
except NameError as error:
    print(error)
x = "global"
print("x" in globals(), globals()["x"], locals() is globals(), __name__, eval("__name__"), vars() is globals())
globals()["created"] = 42
print(created)


class Body:
    y = 1
    exec("z = y + 1")
    print(z, sorted(k for k in locals() if not k.startswith("__")))
    locals()["w"] = 9


print(Body.w, Body.z, sorted(k for k in vars(Body) if not k.startswith("__")))


class Plain:
    shared = 1

    def __init__(self):
        self.own = 2


p = Plain()
print(vars(p), [n for n in dir(p) if not n.startswith("__")], p.__dict__ is vars(p))
vars(p)["more"] = 3
print(p.more, "shared" in dir(p), "append" in dir([]), dir.__name__)
for value in (5, [], object()):
    try:
        vars(value)
    except TypeError as error:
        print(error)


def scope_names():
    a = 1
    if False:
        b = 2
    before = sorted(locals())
    b = 3
    del a
    return before, sorted(locals())


print(scope_names(), (lambda q, *r, s=1, **t: sorted(locals()))(1))
