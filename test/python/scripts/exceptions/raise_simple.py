import_me = 1
def inner(a, b):
    return a / b
def outer():
    total = sum([1, 2]) + inner(1, 0) * 2
    return total
print('before')
outer()
