def show(e): print(type(e).__name__, '|', e, '|', repr(e), '|', e.args)
for e in (Exception(), Exception('a'), Exception('a', 1), ValueError(None), KeyError('k'), KeyError(), KeyError('a', 'b'), KeyError(('t',)), IndexError('i'), StopIteration(3), SystemExit(2), OSError(2, 'No such file'), OSError(2, 'No such file', 'f.txt'), OSError(13, 'x', 'a', None, 'b'), OSError('plain'), OSError(), AttributeError('m', name='n', obj=3), NameError('m', name='x'), ImportError('m', name='mod', path='p'), UnicodeEncodeError('ascii', 'aé', 1, 2, 'ordinal not in range(128)'), UnicodeEncodeError('ascii', 'aéé', 1, 3, 'ordinal not in range(128)'), SyntaxError('msg'), SyntaxError('msg', ('file.py', 3, 5, 'text', 3, 8)), ExceptionGroup('g', [ValueError(1), TypeError(2)]), BaseExceptionGroup('b', [KeyboardInterrupt()]), Warning('w'), RecursionError('r')):
    show(e)
print(StopIteration(3).value, SystemExit(2).code, SystemExit().code, SystemExit(1, 2).code, OSError(2, 'x', 'f').filename, OSError(2, 'x').errno, OSError(2, 'x').strerror, AttributeError('m', name='n').name, ImportError('m', name='mod').name, ImportError('m').msg)
try: [].nope
except AttributeError as e: print(e.name, e.obj)
try: open('/definitely/not/there')
except FileNotFoundError as e: print(e, e.errno, e.filename, e.strerror)
try: int('x')
except (TypeError, ValueError) as e: show(e)
def f():
    try: return 'try'
    finally: print('finally')
print(f())
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        except Exception: pass
        else: print('else', i)
        finally: print('fin', i)
    else: print('no break')
    return 'end'
print(g())
def h():
    try: raise ValueError('a')
    except ValueError: return 'handled'
    else: return 'else'
    finally: return 'override'
print(h())
try:
    try: raise ValueError('inner')
    except ValueError as e: raise KeyError('outer') from e
except KeyError as e: print(repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
try:
    try: raise ValueError('inner')
    except ValueError: raise KeyError('outer')
except KeyError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('x') from None
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: 1 / 0
    finally: print('cleanup')
except ZeroDivisionError as e: show(e)
try:
    try: raise ValueError(1)
    except ValueError:
        try: raise TypeError(2)
        except TypeError: pass
        raise
except ValueError as e: show(e); print(e.__context__)
class MyError(Exception):
    def __init__(self, code, *rest): super().__init__(f'code {code}', *rest); self.code = code
    def __str__(self): return f'<{self.code}>'
try: raise MyError(5)
except MyError as e: show(e); print(e.code)
class Plain(ValueError): pass
try: raise Plain
except ValueError as e: show(e); print(isinstance(e, Plain))
class NoInit(Exception):
    def __init__(self, a, b): self.a = a
e = NoInit(1, 2); show(e)
for bad in (lambda: (_ for _ in ()).throw(ValueError('t')), lambda: exec('raise 5'), lambda: exec('raise ValueError from 5'), lambda: exec('raise'), lambda: exec('raise int'), lambda: ValueError(a=1), lambda: exec('try: 1/0\nexcept 5: pass'), lambda: ExceptionGroup('g', []), lambda: ExceptionGroup('g', [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup('g', [KeyboardInterrupt()]), lambda: ValueError().add_note(1), lambda: ExceptionGroup('x')):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
e = ValueError('n'); e.add_note('note 1'); e.add_note('note 2'); print(e.__notes__, e.with_traceback(None) is e, e.__traceback__)
e.args = [1, 2]; print(e.args, e)
try: raise ValueError('x')
except ValueError as err: pass
try: err
except NameError as e: print(e)
eg = ExceptionGroup('top', [ValueError('v'), ExceptionGroup('nested', [TypeError('t'), OSError('o')])])
print(eg.message, eg.exceptions, eg, eg.subgroup(TypeError), eg.split((ValueError, OSError)), eg.subgroup(lambda e: isinstance(e, OSError)), eg.subgroup(KeyError), eg.derive([ValueError(9)]))
try: raise eg
except* ValueError as g: print('VE', g.exceptions)
except* (TypeError, OSError) as g: print('rest', g)
try:
    try: raise ExceptionGroup('m', [ValueError(1), KeyError(2)])
    except* ValueError: print('some')
except ExceptionGroup as rest: print(repr(rest))
try:
    raise ValueError('solo')
except* ValueError as g: print(repr(g))
def nested():
    try:
        try: raise ValueError('one')
        finally: raise KeyError('two')
    except KeyError as e: return repr(e.__context__)
print(nested())
import_error = None
try: import does_not_exist
except ModuleNotFoundError as e: print(e, e.name)
try: from builtins import nothing_here
except ImportError as e: print(str(e).split(' (')[0])
print([c.__name__ for c in UnicodeDecodeError.__mro__], [c.__name__ for c in ExceptionGroup.__mro__], issubclass(FileNotFoundError, OSError), IOError is OSError, EnvironmentError is OSError)
assert True, 'no'
try: assert 1 == 2, 'message'
except AssertionError as e: show(e)
try: assert []
except AssertionError as e: show(e)
while True:
    try: break
    finally: print('broke')
def gen():
    try: yield 1
    except GeneratorExit: print('exit'); raise
g = gen(); next(g); g.close()
def deep(n):
    if n == 0: raise ValueError('deep')
    try: deep(n - 1)
    except ValueError as e: raise ValueError(f'{n}') from e
try: deep(3)
except ValueError as e:
    while e: print(e, end=' '); e = e.__cause__
print()
x = ValueError('a'); y = ValueError('a'); print(x == y, x == x, hash(x) == hash(x), bool(x))
