def target(a, b, *, c): return a + b + c
args, kwargs = [1, 2], {'c': 3}
print(target(*args, **kwargs))
kwargs['d'] = 4
target(
    *args,
    **kwargs,
)
