"""__format__, __str__ and __repr__ as format(), f-strings, % and print() ask for them."""
import datetime


class Angle:
    def __init__(self, degrees):
        self.degrees = degrees

    def __repr__(self):
        return f"Angle({self.degrees!r})"

    def __str__(self):
        return f"{self.degrees}°"

    def __format__(self, spec):
        if spec.startswith("rad"):
            return format(self.degrees * 3.141592653589793 / 180, spec[3:] or ".3f")
        return f"<{spec}>" if spec else str(self)


a = Angle(90)
print(f"{a} {a!s} {a!r} {a:rad} {a:rad.1f} {a:anything goes} {a!r:>12} {a!a:*<12}")
print("{0} {0!r} {0:rad} {x.degrees:05d} {l[0]} {d[key]} {0.degrees!s:>4}".format(a, x=a, l=[1], d={"key": "v"}))
print("%s %r %a %5s|%-5s|" % (a, a, a, a, a), str([a]), str((a,)), str({a: a} if False else {1: a}), print(a), [a])
print(format(a), format(a, "rad"), "{:{w}}".format("x", w=4) + "|", "{:{}{}}".format(5, "0", 4), "{}{}".format(1, 2), "{1}{0}".format(1, 2))


class Only:
    def __repr__(self):
        return "only repr"


class Bad:
    def __str__(self):
        return 5

    def __repr__(self):
        return None

    def __format__(self, spec):
        return b""


print(str(Only()), f"{Only()}", f"{Only()!s:>12}", "%s" % Only(), ascii("é"), f"{'é'!a}")
for text in ["str(Bad())", "repr(Bad())", "format(Bad())", "f'{Bad()}'", "'{}'.format(Bad())", "'%s' % Bad()", "print(Bad())", "format(Only(), 'x')", "f'{[]:5}'", "f'{None:>5}'", "f'{1:s}'", "f'{\"a\":d}'", "f'{1.5:d}'", "f'{1:.2}'", "f'{1j:%}'", "f'{\"a\":=5}'", "f'{\"a\":+}'", "f'{\"a\":,}'", "f'{True:x}'", "f'{1:}}'", "format(1, 5)", "'{}'.format()", "'{} {0}'.format(1)", "'{0} {}'.format(1)", "'{'.format()", "'}'.format()", "'{a}'.format(1)", "'{0.x}'.format(1)", "'{0[x]}'.format({})", "'{0[0]}'.format([])", "'{!x}'.format(1)", "'{0!}'.format(1)", "'{:{:{}}}'.format(1, 2, 3)", "'{0[}'.format(1)", "'{.}'.format(1)", "'{-1}'.format(1)", "'{0x}'.format(1)", "'{ 0}'.format(1)", "'{a b}'.format(**{'a b': 3})", "'{}'.format_map({})", "'{a}'.format_map({'a': 1})", "'{a}'.format_map({})", "'{0[-1]}'.format([1])", "f'{1e400:d}'", "f'{10**400:f}'", "f'{1:10000000000000000000}'", "f'{1:.99999999999}'", "f'{3.0:c}'", "f'{-1:c}'", "f'{1114112:c}'", "f'{5:zd}'", "f'{-0.0:z}'"]:
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Default(a=1)), "%(a)s %(b)s" % Default(a=1), "%(a)5.1f%%" % {"a": 2})
when = datetime.datetime(2024, 2, 29, 13, 5, 9, 1234)
print(f"{when:%Y-%m-%d %H:%M:%S.%f} {when:%j %a %b %p %I} {when.date():%d/%m/%y} {when!s} {when:}")
print(f"{3+4j:.2f} {3-4j:>20} {1e-7:g} {1e16} {1e15:n} {123456789.0:,.2f} {0.1:.20f} {2.5:.0f} {3.5:.0f} {1e100:.3g} {5e-324:g}")
print(f"{float('inf'):08.2f} {float('nan'):+} {-float('inf'):%} {1.0:#.0f} {1.0:#g} {1234.5:_} {1e6:_.0f} {0.00001:r}" if False else f"{float('inf'):08.2f} {float('nan'):+} {-float('inf'):%} {1.0:#.0f} {1.0:#g} {1234.5:_} {1e6:_.0f}")
print(f"{'left':<8}|{'mid':^8}|{'right':>8}|{'cut':.2}|{'é😀':>4}|{'x':\u2192^5}|{'':3}|{'a':0<3}|{'a':05}")
print(f"{-42:=+6} {-42:06} {42: } {42:^+7} {42:#010b} {3.7:<8.1f}| {1000000:>12,} {True:>5} {True!s:>5} {12345.678:010.1f} {-5:x} {0:#x}")
