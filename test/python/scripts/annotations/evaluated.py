"""Annotations without the future import: when they are evaluated, where they are kept."""


def said(value):
    print('said', value)
    return value


x: said('x') = said('value')
y: said('y')
(z): said('z') = 1
print(__annotations__)


class A:
    pass


a = A()
said(a.__class__).attribute: said('of attribute') = said('assigned')
said([0])[said(0)]: said('of item')
try:
    missing.name: int
except NameError as error:
    print(error)


class C:
    p: int
    q: 'C' = None
    for i in range(1):
        r: list
    print(__annotations__)


class D(C):
    pass


print(C.__annotations__, 'annotations' in D.__dict__, D.__annotations__)


def local():
    n: said('never')
    m: undefined = 5
    try:
        n
    except UnboundLocalError as error:
        print(error)
    return m


print(local(), local.__annotations__)


def parameters(a: said('a') = said(1), *, b: said('b') = said(2)) -> said('result'):
    pass


print(parameters.__annotations__)
parameters.__annotations__ = {'other': int}
print(parameters.__annotations__)
lambda_has = (lambda: 0).__annotations__
print(lambda_has)
del __annotations__
try:
    w: int
except NameError as error:
    print(error)
