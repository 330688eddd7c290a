class X:
    def a(self, *a, **k): return self
    def fail(self, *a, **k): return 1 / 0
    b = None
def show(f):
    try: f()
    except Exception as e: return e
x = X()
errors = [
    show(lambda: x.a()
         .b
         .c),
    show(lambda: (x
         .a(1)
         .fail(2,
               3)
         .a())),
    show(lambda: x.a(
        1).fail(
        *[2])),
    show(lambda: (x
         .a().fail(*[1], **{'z': 1}))),
    show(lambda: x.a().fail(k=1).
         a()),
]
raise ExceptionGroup('lines', errors)
