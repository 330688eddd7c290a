def deco(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper
@deco
def add(a, b):
    return a + b
print(add(1, 2))
print(add(1, b='2'))
