class Await:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield ('waiting', self.v)
        return (self.v, got)
async def inner(x): return await Await(x)
async def main():
    a = await inner(1)
    b = await inner(2)
    return a, b
c = main(); print(c.send(None)); print(c.send('A'))
try: c.send('B')
except StopIteration as e: print(e.value)
class ACM:
    async def __aenter__(self): print('aenter'); return 'cm'
    async def __aexit__(self, *a): print('aexit', a[0]); return True
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def work():
    async with ACM() as x: print(x); raise ValueError('gone')
    out = []
    async for i in AIter(3): out.append(i)
    else: out.append('else')
    out += [i * 2 async for i in AIter(3)]
    out += [await inner_plain(i) for i in range(2)]
    return out
async def inner_plain(x): return x + 100
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
print(run(work()))
print(type(c).__name__, main.__name__)
async def fail(): raise KeyError('async')
async def catch():
    try: await fail()
    except KeyError as e: return f'caught {e}'
print(run(catch()))
try:
    run(c)
except RuntimeError as e: print(e)
async def bad(): await 5
try: run(bad())
except TypeError as e: print(e)
async def agen():
    yield 1
    yield 2
async def use():
    return [x async for x in agen()]
print(run(use()))
