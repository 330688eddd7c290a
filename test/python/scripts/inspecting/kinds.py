"""inspect.is…: what kind of thing an object is."""
import functools
import inspect
import sys


def function(): pass
def generator(): yield
async def coroutine(): pass
async def agen(): yield


class C:
    slot = property(lambda self: 1)

    def method(self): pass

    @classmethod
    def cm(cls): pass

    @staticmethod
    def sm(): pass

    def gm(self): yield


made = coroutine()
things = {
    'function': function, 'lambda': lambda: 0, 'generator function': generator, 'coroutine function': coroutine, 'agen function': agen,
    'class': C, 'instance': C(), 'method': C.method, 'bound': C().method, 'classmethod': C.cm, 'staticmethod': C.sm, 'generator method': C().gm,
    'property': C.__dict__['slot'], 'raw classmethod': C.__dict__['cm'], 'builtin': len, 'list.append': list.append, 'bound builtin': [].append,
    'module': sys, 'generator': generator(), 'coroutine': made, 'frame': sys._getframe(), 'code': function.__code__,
    'partial': functools.partial(generator), 'type': type, 'int': 3, 'None': None,
}
tests = [name for name in ('isfunction isgeneratorfunction iscoroutinefunction isasyncgenfunction isclass ismethod isbuiltin isroutine ismodule '
         'isgenerator iscoroutine isawaitable isframe iscode isabstract isdatadescriptor').split()]
for name, thing in things.items():
    print(name, [test[2:] for test in tests if getattr(inspect, test)(thing)])
made.close()

g = generator()
print(inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g))
g.close()
print(inspect.getgeneratorstate(g))
print([name for name, _ in inspect.getmembers(C, inspect.isfunction)])
print(inspect.getattr_static(C(), 'slot') is C.__dict__['slot'], inspect.getattr_static(C, 'cm'), inspect.getattr_static(C, 'no', 5)) if False else None
try:
    inspect.getattr_static(C(), 'missing')
except AttributeError as error:
    print(error)
