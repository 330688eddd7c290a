# Statements put together at random: what each raises, and where.
import sys
class cls(Exception):
    attr = 3
    def __init__(self, *args): self.value = args; super().__init__(*args)
    def method(self, p, q=2): return p + q
    def __enter__(self): return self
    def __exit__(self, *a): return False
    def __getitem__(self, k): return [k][k]
    def __add__(self, o): return self.value + o
    def __call__(self, n): return n.bit_length()
    def items(self): yield self.attr; yield self.nope
def t0(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    print((lst.upper * [c for x in [1, 2]]))
    lst *= d
    assert lst.append(2)*(fn * b) | d, cls
    del lst[obj[''] | fn @ b]
def t1(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    cls, b = b[undefined_name]
    [*(lst)]
    lst.attr = {((fn * (1,))): (lst)}
    d = ''
def t2(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    s
    s, s = (b * f'{lst} {b.attr}')
    obj = obj.__len__
    lst, gen = {fn[[1, 2]]**f'{c} {obj.attr}', s[fn[{"k": 1}]]}
def t3(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    obj.attr = [a for x in (2 + 1.5)]
    fn.attr = "x"
    for x in fn(*s, **d):
        gen.attr = [*(fn)]
        a -= cls(lst, obj[((cls if b else {"k": 1})):(cls >= d)])
    obj[[*(2)]] = undefined_name
def t4(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    lst = {str((lambda q: ((1,)))(None), s.join(2)), ''}
    obj = obj.__len__
    while "x":
        try:
            fn = (cls * s.join(d[''], [1, 2]**undefined_name))
            gen, s = [obj for x in [*(1.5)]]
        except AttributeError:
            print((-1))
        break
    obj = d.nope
def t5(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    c = a[c] @ undefined_name
    [*([cls for x in obj])]
    cls -= cls[{(b): (undefined_name)} < 2]
    try:
        c -= 2
        {"k": 1}
    except ZeroDivisionError as e:
        fn = s.attr
        fn = cls((~"x"), [s for x in {(0): ("x")}])
def t6(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    c = int(s[(a[s]):(b | '')], c.append)
    1.5
    for x in obj:
        obj = [fn for x in {(s | d): (obj[0])}]
        lst
    d.attr = (~fn((1,)))
def t7(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    assert gen.append, s
    fn[0] | 2 - lst[(gen.nope):(0)]
    while "x":
        try:
            c.attr / obj
        except ValueError as e:
            gen[obj.__len__] = a[lst]
        finally:
            0 == "x"
        if "x":
            print(0)
        break
    c.attr = ''
def t8(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    s.attr = obj.method(a*(1,))
    b += s.__len__ + gen.upper
    try:
        if cls.attr:
            del lst["x"]
        else:
            b[(('' + 1.5) + (s * [1, 2]))] = [1, 2]
    except ZeroDivisionError as e:
        d = {s[cls('', 1)], None}
        s = gen[(1.5):(b >= a and (undefined_name + 2))]
    c.attr = (~obj / 0)
def t9(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    gen = obj.__len__
    {c[(d if 0 else obj)], fn(*fn, **c)}
    raise s(lst.append)
    d = [1, 2]
def t10(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    s[cls] = cls[cls]
    b.attr = f'{obj} {obj.attr}'
    s
    try:
        while a[gen[[1, 2]]]:
            b.attr = (-[obj for x in None])
            break
    except AttributeError:
        if lst.append(None @ {"k": 1})**a.nope:
            assert [d for x in fn], a << b
            obj = {None and fn + [1, 2], (2 // gen + fn)}
        else:
            (1 * lst)**obj("x")**obj << (-undefined_name)
            a.attr = [1, 2] and obj | [1, 2]
        while gen:
            cls = {int(0), f'{gen} {lst.attr}'}
            sorted(2, c[(not b)])
            break
def t11(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    del c[0]
    assert cls[lst[undefined_name and [1, 2]]], f'{cls} {c.attr}'
    while (lst @ c + c):
        s = (~undefined_name*len(0, 1.5))
        cls = fn
        break
    b, c = ''
def t12(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    raise ValueError(((1,) + b))
    gen = (cls[s.append] + (gen // {"k": 1} + {(1): (0)}))
    b = {"k": 1}
    assert (([s for x in gen] + ''*undefined_name) if {"k": 1} else fn(*c, **a)), s.upper
def t13(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    for x in b[(2):((undefined_name if {"k": 1} else undefined_name))] | len(1, b) % {"k": 1}**2:
        try:
            [lst for x in 1 - gen @ s + cls]
            raise KeyError([*(lst)])
        except ValueError as e:
            fn = b
            print(({"k": 1} * gen[c.upper]))
        while d[({(0): (d)}):(a**"x")]:
            cls = gen
            break
    cls[fn[fn % undefined_name]] = undefined_name
    try:
        while obj:
            b = a[(obj*undefined_name if [s for x in d] else (lambda q: ([1, 2]))(d))]
            d, c = fn[f'{fn} {d.attr}' + (1,) @ {"k": 1}]
            break
    except ValueError as e:
        lst = len()
    a = (fn(*cls, **cls) | obj[(0):({"k": 1})] + (obj[2] * len()))
def t14(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    fn *= [1, 2] - (not a << 2)
    cls = {(lambda q: (a | 0))(fn(*gen, **obj)), fn.__len__}
    a -= {('' << cls): ((None + {"k": 1}))} % str(obj.attr)
    while b == lst*(~b):
        lst = s.join([d for x in a], lst[cls.value])
        break
def t15(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    try:
        raise cls(d.value)
        fn = (s[(not "x")] if gen else 2)
    except ValueError as e:
        raise cls(f'{fn} {obj.attr}')
        if {"k": 1} - fn:
            a = [a for x in sorted()]
            d
    finally:
        try:
            fn |= [cls for x in s]
            raise ValueError(d)
        except ZeroDivisionError as e:
            fn(*gen, **cls)
            len(gen != (None * 1))
    print(a[[1, 2]]**b)
    lst.attr = undefined_name
    lst = obj()
def t16(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    print(obj.method(cls.__len__))
    for x in len(lst.append() / a[s], fn):
        b, b = b
    fn = 1.5
    b.items
def t17(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    cls = [*(sum(s[{"k": 1}]))]
    obj = None
    try:
        raise cls((1,))
        cls = (s % lst + b % "x" @ d[1])
    except AttributeError:
        raise KeyError((obj if s else lst))
    finally:
        s = {([b for x in gen.value]): (fn("x", b) and lst @ (1,))}
        obj = undefined_name
    obj = [d for x in c[(max(cls)):((lambda q: (fn))("x"))]]
def t18(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    s.attr = (-fn(*cls, **obj))
    fn = s[a.nope != sorted(0)]
    a = (({"k": 1} if [1, 2] else cls)*d[obj] if cls[obj] else 1)
    fn *= s
def t19(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    if len(1.5):
        print(None)
        d = (-[b for x in gen[(None):('')]])
    else:
        while len(a[(b):(undefined_name)]):
            a, fn = (gen * fn)
            (a[int(0)] * c)
            break
    with obj as x:
        ((not ("x" if gen else None)) if [*(s.join(c))] else (~[1, 2]))
    ((lst.__len__ * s.join(a)) * d | fn(*obj, **b))
    cls.attr = 1.5
def t20(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    for x in ({"k": 1} if 0 and {"k": 1} else ([1, 2] * [*(2)])):
        try:
            print(cls[[s for x in {"k": 1}]] == cls)
            c
        except (KeyError, TypeError):
            c = f'{fn} {obj.attr}'
            del gen[[1, 2]]
        for x in c[sorted(gen, cls)**(b * 0)]:
            b[("x"):(c[(1,)*None])]
    s = (fn(*fn, **a) * fn[b] / fn[1.5])
    fn = cls
    d |= [a for x in ("x" + fn)] % {"k": 1}**s[(''):({"k": 1})]
def t21(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    while (not 2):
        del lst[((1,) + '') + a.items]
        for x in a[(a):((b + 1))] << gen["x"] @ 1.5:
            cls = s
        break
    print([*(obj[((not 1)):(0 / 2)])])
    with a as x:
        cls = gen.append
    fn[[1, 2]]
def t22(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    if int(lst.upper, gen.items):
        a.attr = lst.append(d.append, (1,))
        try:
            (fn["x" < gen] + sorted())
            gen[{2, cls} == (cls + 2)] = a
        except (KeyError, TypeError):
            fn = 1 // cls % 2**1.5*cls // {"k": 1} | (1 * gen)
    obj = s.join(s, (not (1 * 2)))
    {"k": 1}
    with a as x:
        d = obj.upper
        c = obj.upper
def t23(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    s = 2
    for x in (not gen.upper):
        cls += [1, 2] + (a.nope + [s for x in a])
        fn[0] = b - (not 1.5)
    d *= "x"
    if (gen.value * gen[(d):(1)]) in d.value:
        cls = fn(*s, **cls)
        if fn.upper:
            d = [obj for x in {(s.__len__): ((c if 0 else b))}]
            cls = undefined_name
        else:
            (b.attr + (-[lst for x in 1.5]))
            del gen[s]
def t24(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    d.attr = ({(None): (2)} + gen % {"k": 1})
    a = (obj(undefined_name**"x") + obj[gen[{"k": 1}]])
    del gen[str(gen[(obj):(d)])]
    gen = c
def t25(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    print(([fn for x in b] + fn))
    cls = (b[1.5] / (s if None else a) + ((cls if (1,) else {"k": 1}) if (1,) else cls**None))
    d = a
    if f'{fn} {cls.attr}' / obj.__len__ >= (-([1, 2] + '')):
        c[(~([1, 2] + gen))] = (2 in {"k": 1} + obj.method(a))
        cls[("x" + (obj * b))] = gen[[c for x in [1, 2]]]
    else:
        with a as x:
            s
            del cls[gen.attr]
def t26(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    for x in (~d):
        obj = (lambda q: ((sum(2) * [*(a)])))((not {"k": 1}))
        assert (-gen[(1 + obj)]), gen
    with obj as x:
        try:
            lst.attr = obj
            c = gen[(-b*0)]
        except AttributeError:
            cls += lst
            gen[sum()] = sorted(d, 1.5)*[cls for x in None]
    assert "x", (gen + b)
    try:
        s |= f'{obj} {obj.attr}'
    except Exception:
        for x in undefined_name / ('' if {"k": 1} else 2) | lst:
            cls.attr = gen
            d[cls % b[((1,)):(s)]]
    finally:
        s = {lst.append((2 + None), d[cls]), ((not (1,)) if (lambda q: (1.5))(gen) else len(c, obj))}
def t27(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    gen = cls[(None if fn else "x")]**2
    c -= s.nope
    print((lambda q: (fn(cls)))(fn(*b, **cls)))
    gen[{0 % fn, a in c}]
def t28(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    with a as x:
        try:
            lst = {(obj(s, sum(0))): (s[s // a])}
        except (KeyError, TypeError):
            gen[(c * cls) is a["x"]] = [d for x in [b for x in s]]
        cls, lst = c[fn(*cls, **obj)]
    c = obj({"k": 1}) | c / [*('')]
    a = a
    try:
        a *= s[(lambda q: (0))(1.5)**obj(gen)]
        del fn[(lambda q: (obj.method(a, s)))((1,)*{"k": 1})]
    except Exception:
        a, fn = (obj * f'{gen} {fn.attr}')
        lst |= s | (c.upper if c else [*('')])
    finally:
        gen = s[[*(s)] or fn or '']
        d = c << 0 | (undefined_name * 2) @ (0 + b)
def t29(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    gen = gen.attr
    gen, lst = c - gen // 1.5 in 1 + d
    c[s[obj]] = obj
    a += fn[[1, 2]]
def t30(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    c[obj] = c[((not {"k": 1})):({lst, ''})]
    d.attr = None % lst @ str(undefined_name)
    del lst[s.append]
    cls = "x"
def t31(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    try:
        fn = fn.append
    except (KeyError, TypeError):
        if [s for x in obj] != {(b): (cls)} / [*({"k": 1})]:
            cls *= [*(b @ lst and s)]
            raise ValueError(b**1.5)
        fn, fn = d.upper
    finally:
        del gen[undefined_name]
    raise ValueError("x")
    lst = obj()
    for x in d:
        d.attr = fn(*gen, **fn)
def t32(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    try:
        try:
            b = [*(lst**a)] in sorted()
            a = (~((~undefined_name) if '' else int(d)))
        except ZeroDivisionError as e:
            2
        finally:
            fn = (not s.join())
        a = cls
    except AttributeError:
        b = (gen * (~(1,)) @ obj[''])
    raise lst(d[obj])
    gen.attr = ((-0) + (not "x"))
    if f'{d} {cls.attr}':
        fn = 2
        cls += obj
def t33(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    assert f'{obj} {a.attr}', f'{lst} {lst.attr}'
    del s[[c for x in d]]
    c = gen.attr
    gen[[1, 2]] = (gen.nope * lst / 0)
def t34(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    [cls for x in obj[0]]
    s -= (1 if d else obj[1.5 / ''])
    for x in 1.5:
        s = 0**((~"x") + lst.__len__)
        lst = (obj != 1 - (-d) * b)
    for x in a.nope:
        for x in [*((b != fn + lst))]:
            obj -= a[cls]
def t35(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    c -= (fn(*gen, **lst) * 1 is c*(cls * cls))
    for x in obj[None @ max(d)]:
        for x in (~{c, f'{cls} {gen.attr}'}):
            a = {"k": 1}
            fn(*gen, **c) % obj.upper
    cls = {({"k": 1} - "x"): (undefined_name)}
    c -= [d for x in b]
def t36(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    obj = s.join()
    c = lst[(1,)]
    try:
        a = d[1.5 @ (1,) / (1,)]
    except Exception:
        (lambda q: (obj))(s << fn)
    finally:
        try:
            fn = lst[s[(lst):(obj)]]
        except AttributeError:
            d
            (obj.append * [1, 2])
        c.attr = d[obj | {"k": 1}]
    for x in a:
        with a as x:
            (1,) << fn.__len__
            c += "x"
        gen = (cls.append * fn.attr)
def t37(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    print({gen - undefined_name*(1,), str((cls if gen else fn))})
    for x in (lst.nope / f'{cls} {obj.attr}' if 1 else (d / None * lst**cls)):
        a -= 0
    raise ValueError(("x" * cls))
    cls = str([1, 2])
def t38(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    if f'{d} {obj.attr}':
        {(({(2): ((1,))} * [1, 2]**cls)): ((1,))}
    else:
        for x in c[s[(1.5 + 2)]]:
            s |= f'{fn} {gen.attr}'
            del d[(cls + gen) - '']
        fn = gen[s.__len__]
    b = obj({"k": 1} / 2 / s[1.5])
    if obj.__len__:
        s[2] = obj / sorted(cls, 1.5)
    print((lambda q: (undefined_name))(1.5) // fn(*cls, **gen) != gen)
def t39(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    fn = lst[cls.value]
    d.attr = a[{"k": 1} @ undefined_name]
    s = s.upper
    if b % (~cls | (1,)):
        try:
            lst.__len__
            del c[None]
        except (KeyError, TypeError):
            b = 1.5
            cls[[*("x")]] = cls.nope
        print([*(fn())] >= sorted("x", 2)**2)
def t40(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    obj = lst.attr
    obj = {"k": 1}
    assert a[s >= (1,)] % 0, lst
    obj = {((1,)): (0)}
def t41(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    gen[{1.5, lst} + [*(b)]] = [lst for x in f'{d} {a.attr}']
    cls.attr = b**a << ((1,) * None)
    del obj[s / c << obj(b, undefined_name)]
    obj = obj
def t42(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    if (c if fn[(fn * [1, 2])] else lst @ obj(1, obj)):
        with a as x:
            c, fn = (-{"x", (1.5 * 1)})
            del d[(-"x" // obj)]
    for x in (cls[None] if b else cls) - c.append:
        a, b = gen.__len__
        b -= (lambda q: (b.append // 1.5))(gen)
    lst.attr = (1,)
    lst, gen = [b for x in (~gen) in 2]
def t43(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    del gen[c]
    fn[None] + gen[None is fn]
    try:
        obj = s
    except ValueError as e:
        if cls.append // f'{lst} {lst.attr}':
            d
    gen = (1.5 % 0 / (d + gen) if max("x") else cls())
def t44(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    with obj as x:
        with cls() as x:
            s = (not cls((1,) + cls))
    if obj[([a for x in 0] - [fn for x in 2]):(1.5*[1, 2] is (~obj))]:
        while d[(fn * c)]:
            assert b[2] << f'{c} {gen.attr}' // str(undefined_name, gen) - {'', gen}, fn[b]
            raise ValueError((1,) - "x")
            break
        if fn(int()):
            del a[{"k": 1}]
        else:
            fn.attr = ((cls + undefined_name) + d.append)
            print([lst for x in obj - 1.5]*a)
    else:
        fn.attr = [fn for x in 0 @ obj]
        b = f'{lst} {s.attr}'
    try:
        print(s.nope)
    except (KeyError, TypeError):
        s = fn(*lst, **c)
    if (('' // d * str(1)) + s.attr):
        obj = (c[([*('')]):({(b): ((1,))})] * obj.append + a)
    else:
        fn |= '' + b.upper
        for x in ([s for x in obj*"x"] if "x" else d.attr):
            raise c(1)
            b[{gen, a + ''}]
def t45(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    obj += d[(not gen[gen])]
    fn = 2
    c = [fn for x in [1, 2]]
    for x in (lambda q: ([*(c)]))(obj << lst.append()):
        with obj as x:
            a = lst
            del lst[(fn(*d, **c) if (lst * '') else '')]
def t46(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    print("x")
    fn = gen[lst.value]*s.attr // gen[cls]
    d = f'{fn} {a.attr}'
    a = (~gen)
def t47(a=1, b="x", c=None, lst=[1, 2], d={"k": 1}, s="abc", obj=cls(5), fn=lambda p, q=1: p * q, gen=(y for y in "ab"), cls=cls):
    lst, d = [1, 2], {"k": 1}; obj = cls(5)
    s = (~0)**lst[lst.nope]
    del a[fn.append]
    raise ValueError(obj / c)
    cls = lst
errors = []
try: t0()
except BaseException as e: errors.append((t0.__name__, e))
try: t1()
except BaseException as e: errors.append((t1.__name__, e))
try: t2()
except BaseException as e: errors.append((t2.__name__, e))
try: t3()
except BaseException as e: errors.append((t3.__name__, e))
try: t4()
except BaseException as e: errors.append((t4.__name__, e))
try: t5()
except BaseException as e: errors.append((t5.__name__, e))
try: t6()
except BaseException as e: errors.append((t6.__name__, e))
try: t7()
except BaseException as e: errors.append((t7.__name__, e))
try: t8()
except BaseException as e: errors.append((t8.__name__, e))
try: t9()
except BaseException as e: errors.append((t9.__name__, e))
try: t10()
except BaseException as e: errors.append((t10.__name__, e))
try: t11()
except BaseException as e: errors.append((t11.__name__, e))
try: t12()
except BaseException as e: errors.append((t12.__name__, e))
try: t13()
except BaseException as e: errors.append((t13.__name__, e))
try: t14()
except BaseException as e: errors.append((t14.__name__, e))
try: t15()
except BaseException as e: errors.append((t15.__name__, e))
try: t16()
except BaseException as e: errors.append((t16.__name__, e))
try: t17()
except BaseException as e: errors.append((t17.__name__, e))
try: t18()
except BaseException as e: errors.append((t18.__name__, e))
try: t19()
except BaseException as e: errors.append((t19.__name__, e))
try: t20()
except BaseException as e: errors.append((t20.__name__, e))
try: t21()
except BaseException as e: errors.append((t21.__name__, e))
try: t22()
except BaseException as e: errors.append((t22.__name__, e))
try: t23()
except BaseException as e: errors.append((t23.__name__, e))
try: t24()
except BaseException as e: errors.append((t24.__name__, e))
try: t25()
except BaseException as e: errors.append((t25.__name__, e))
try: t26()
except BaseException as e: errors.append((t26.__name__, e))
try: t27()
except BaseException as e: errors.append((t27.__name__, e))
try: t28()
except BaseException as e: errors.append((t28.__name__, e))
try: t29()
except BaseException as e: errors.append((t29.__name__, e))
try: t30()
except BaseException as e: errors.append((t30.__name__, e))
try: t31()
except BaseException as e: errors.append((t31.__name__, e))
try: t32()
except BaseException as e: errors.append((t32.__name__, e))
try: t33()
except BaseException as e: errors.append((t33.__name__, e))
try: t34()
except BaseException as e: errors.append((t34.__name__, e))
try: t35()
except BaseException as e: errors.append((t35.__name__, e))
try: t36()
except BaseException as e: errors.append((t36.__name__, e))
try: t37()
except BaseException as e: errors.append((t37.__name__, e))
try: t38()
except BaseException as e: errors.append((t38.__name__, e))
try: t39()
except BaseException as e: errors.append((t39.__name__, e))
try: t40()
except BaseException as e: errors.append((t40.__name__, e))
try: t41()
except BaseException as e: errors.append((t41.__name__, e))
try: t42()
except BaseException as e: errors.append((t42.__name__, e))
try: t43()
except BaseException as e: errors.append((t43.__name__, e))
try: t44()
except BaseException as e: errors.append((t44.__name__, e))
try: t45()
except BaseException as e: errors.append((t45.__name__, e))
try: t46()
except BaseException as e: errors.append((t46.__name__, e))
try: t47()
except BaseException as e: errors.append((t47.__name__, e))
for n, e in errors:
    e.__notes__ = [n]
for k in range(0, len(errors), 8):
    try: raise ExceptionGroup('g', [e for _, e in errors[k:k+8]])
    except ExceptionGroup as g: last = g; g.__context__ = None; g.__traceback__ = None; errors[k] = (0, g)
raise ExceptionGroup('all', [errors[k][1] for k in range(0, min(len(errors), 8 * 14), 8)])
