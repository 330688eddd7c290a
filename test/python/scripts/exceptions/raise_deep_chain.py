def level(n):
    try:
        if n == 0: return 1 / 0
        level(n - 1)
    except Exception as e:
        if n % 2: raise RuntimeError(f'level {n}') from e
        raise ValueError(f'level {n}')
try:
    level(4)
except ValueError as e:
    e.__cause__.__suppress_context__ = True
    raise
