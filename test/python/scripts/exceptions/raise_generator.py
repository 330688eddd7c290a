def gen(n):
    for i in range(n):
        if i == 2:
            raise StopIteration('early')
        yield i
def delegating():
    yield from gen(5)
for item in delegating():
    print(item)
