def f(n):
    return f(n + 1)
def a(n): return b(n)
def b(n):
    if n > 50: raise ValueError(n)
    return a(n + 1)
def r(n):
    if n == 0:
        raise KeyError('bottom')
    return r(n - 1) + 1
try: f(0)
except RecursionError as e: print(e)
try: a(0)
except ValueError as e: print(e)
def s(n):
    try: r(5)
    except KeyError as e: raise TypeError('s') from e
try: s(1)
except TypeError as e: saved = e
try: f(0)
except RecursionError as e: raise e from saved
