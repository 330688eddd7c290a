"""Statements and expressions that stand where they mean nothing."""


def refused(text):
    try:
        compile(text, 'program.py', 'exec')
    except SyntaxError as error:
        print(f'{text!r}: {error.msg} (line {error.lineno})')
    else:
        print(f'{text!r}: accepted')


for text in [
    'return', 'class C:\n  return 1', 'yield 1', 'class C: yield', 'x = [(yield) for i in y]', 'def f(): [(yield) for i in y]',
    'break', 'continue', 'if x: break', 'for x in y:\n  def f(): break', 'while x:\n  class C: continue', 'for x in y: pass\nelse: break',
    'await x', 'def f(): await x', 'async def f(): yield from x', 'async def f():\n  yield 1\n  return 2', 'async def f():\n  yield\n  return',
    'def f():\n  async with x: pass', 'def f():\n  async for x in y: pass', 'async for x in y: pass', '[x async for x in y]',
    'def f(): return [x async for x in y]', 'async def f(): return [await x for x in y]', 'def f(): return (await x for x in y)',
    'nonlocal x', 'def f(): nonlocal x', 'def f():\n  x = 1\n  global x', 'def f():\n  print(x)\n  global x', 'def f(x): global x',
    'def f(x): nonlocal x', 'def f():\n  global x\n  nonlocal x', 'def f():\n  x: int\n  global x', 'def f():\n  global x\n  x: int = 1',
    'x = 1\nglobal x', 'def f():\n  x = 1\n  def g():\n    print(x)\n    nonlocal x', 'class C:\n  def f(self): nonlocal __class__',
    'def f(): from a import *', 'class C: from a import *', 'from __future__ import nothing', 'from __future__ import braces',
    'x = 1\nfrom __future__ import division', 'def f(): from __future__ import division', '"doc"\nfrom __future__ import division',
    'try: pass\nexcept: pass\nexcept A: pass', 'try: pass\nexcept* A: break', 'while x:\n  try: pass\n  except* A: continue',
    'def f():\n  try: pass\n  except* A: return', 'try: pass\nexcept A: pass\nexcept* B: pass', 'try: pass\nexcept A, B: pass',
    'try: pass\nexcept* : pass', 'try: pass\nfinally: pass\nelse: pass', '*a', 'print(*a)', '(*a)', '[*a]', 'x = *a', 'x = *a,', 'del *a',
    '[*a for a in b]', '{**a for a in b}', '[(i := 0) for i in x]', '[i for i in (j := x)]', 'class C: [(i := 0) for j in x]',
    '[[(j := 0) for i in x] for j in y]', '{i for i in x if (j := 0) for j in y}', '(yield)', 'lambda: (yield)', 'assert (yield)',
]:
    refused(text)
