class Stop:
    def __await__(self):
        yield 'pause'
        return 5
async def leaf(n):
    value = await Stop()
    return value / n
async def branch():
    async with Manager() as m:
        return await leaf(m)
class Manager:
    async def __aenter__(self): return 0
    async def __aexit__(self, *a): print('closing', a[0].__name__)
c = branch()
print(c.send(None))
c.send(None)
