class Writer:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): self.parts.append('<flush>')
w = Writer()
print('a', 'b', sep='-', end='!', file=w, flush=True)
print(file=w)
print(w.parts)
print('no newline', end=''); print(); print(1, 'two', [3], sep=' | '); print('x', end='\n\n'); print(*range(3), sep=None, end=None)
for bad in (lambda: print(sep=5), lambda: print(end=1), lambda: print(file=3), lambda: print(1, foo=2)):
    try: bad()
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
