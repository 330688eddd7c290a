def show(f):
    try:
        f()
    except Exception as e:
        return e
a, b, d = 1, 'x', {}
errors = [
    show(lambda: a + b),
    show(lambda: (a) + (b)),
    show(lambda: a+b),
    show(lambda: a // 0 + 1),
    show(lambda: 1 + a @ b - 2),
    show(lambda: a ** b),
    show(lambda: -b + 1),
    show(lambda: a + b * 2 + [1]),
    show(lambda: d['k']['j']),
    show(lambda: d[ 'k' ]),
    show(lambda: d['a', 1]),
    show(lambda: (d)['q']),
    show(lambda: [1, 2][5] + 1),
    show(lambda: "é€" + a),
    show(lambda: f"{a + b} text"),
    show(lambda: a < b),
    show(lambda: a.real.nope),
    show(lambda: show(1, 2, 3)),
    show(lambda: a if d['z'] else b),
    show(lambda: not d['y']),
    show(lambda: [x + b for x in [1]]),
    show(lambda: len(5)),
    show(lambda: (a
                  + b)),
    show(lambda: (1).foo(
        2)),
    show(lambda: a >> b << 2),
    show(lambda: {**5}),
    show(lambda: [*5]),
    show(lambda: a()),
    show(lambda: d.x.y),
    show(lambda: 5 in 5),
    show(lambda: a - (lambda: 0)),
    show(lambda: print(a + b, 'tail')),
    show(lambda: ~b),
]
raise ExceptionGroup('all', errors[:15]) from ExceptionGroup('more', errors[15:29]) 
