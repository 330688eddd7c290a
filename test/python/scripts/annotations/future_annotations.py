"""from __future__ import annotations: annotations are kept as text and never evaluated."""
from __future__ import annotations


def f(a: int, b: list[  'x'] = 3, *c: undefined.y, d: "text" = 1, **e: {'k': [1, *b]}) -> a+b*2:
    pass


for name, text in f.__annotations__.items():
    print(name, text)


def operators(
    a: (1 + 2) * 3 ** -4, b: not x or y and z, c: a < b <= c is not d, d: x if y else (lambda p, /, q=1, *r, s, **t: p),
    e: (yield_, ), f: (), g: -(-1), h: (a ** b) ** c, i: ~(a | b) & c, k: "it's" 'x', l: b'\x00',
    m: 1e400, n: 2.5j, o: ..., q: {**a, 'b': 1}, r: {1, 2}, s: [i for i in x if i if j],
    t: g(i for i in x), u: g(*a, k=1, **b), v: f'{a!r:>{w}} {{}}', w: (1).real, x: {k: v for k, v in y}, y: await_ if z else None,
    z: a if b else c if d else e,
): pass


for name, text in operators.__annotations__.items():
    print(name, '|', text)


class C:
    x: int = 3
    y: List[ int ]
    (z): undefined = 4
    if True:
        inner: Optional[C]

    def method(self) -> C: ...


print(C.__annotations__, C.method.__annotations__)
module_level: (1, 2)
print(__annotations__)
