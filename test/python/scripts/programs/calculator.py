class Lexer:
    def __init__(self, text): self.text = text
    def __iter__(self):
        i, text = 0, self.text
        while i < len(text):
            c = text[i]
            if c.isspace(): i += 1; continue
            if c.isdigit() or c == '.':
                j = i
                while j < len(text) and (text[j].isdigit() or text[j] == '.'): j += 1
                yield 'num', float(text[i:j]) if '.' in text[i:j] else int(text[i:j])
                i = j
            elif c.isalpha():
                j = i
                while j < len(text) and text[j].isalnum(): j += 1
                yield 'name', text[i:j]; i = j
            elif text.startswith('**', i): yield 'op', '**'; i += 2
            elif c in '+-*/()=,%': yield 'op', c; i += 1
            else: raise SyntaxError(f'bad character {c!r} at {i}')
        yield 'end', None
class Calculator:
    functions = {'max': max, 'min': min, 'abs': abs, 'round': round, 'sum': lambda *a: sum(a)}
    binary = {'+': (1, lambda a, b: a + b), '-': (1, lambda a, b: a - b), '*': (2, lambda a, b: a * b), '/': (2, lambda a, b: a / b), '%': (2, lambda a, b: a % b)}
    def __init__(self): self.names = {'pi': 3.141592653589793}
    def run(self, line):
        self.tokens = iter(Lexer(line)); self.advance()
        result = self.statement()
        if self.kind != 'end': raise SyntaxError(f'unexpected {self.value!r}')
        return result
    def advance(self): self.kind, self.value = next(self.tokens)
    def accept(self, value):
        if self.kind == 'op' and self.value == value: self.advance(); return True
        return False
    def statement(self):
        result = self.expr(0)
        if self.accept('='):
            if not isinstance(self.last, str): raise SyntaxError('cannot assign')
            name = self.last; self.names[name] = result = self.expr(0)
        return result
    def expr(self, level):
        left = self.unary()
        while self.kind == 'op' and self.value in self.binary and self.binary[self.value][0] > level:
            prec, func = self.binary[self.value]; self.advance()
            left = func(left, self.expr(prec))
        return left
    def unary(self):
        if self.accept('-'): return -self.unary()
        base = self.atom()
        return base ** self.unary() if self.accept('**') else base
    def atom(self):
        kind, value = self.kind, self.value; self.last = None
        if kind == 'num': self.advance(); return value
        if kind == 'name':
            self.advance()
            if self.accept('('):
                args = []
                while not self.accept(')'):
                    args.append(self.expr(0)); self.accept(',')
                return self.functions[value](*args)
            self.last = value
            return self.names.get(value) if self.kind == 'op' and self.value == '=' else self.names[value]
        if self.accept('('):
            inner = self.expr(0)
            if not self.accept(')'): raise SyntaxError('unbalanced')
            return inner
        raise SyntaxError(f'unexpected {value!r}')
c = Calculator()
for line in ('1 + 2 * 3', '(1 + 2) * 3', '2 ** 3 ** 2', '-2 ** 2', 'x = 5', 'x * 2 - 1', 'y = x / 2', 'max(x, y, 7) % 4', '10 / 4 - 1', '1 +', '(1', '1 / 0', 'nope', 'foo(1)', '3 $ 4', 'sum(1, 2, 3) + abs(-4.5)', 'round(pi, 3)', '1 2', '2 = 3'):
    try: print(f'{line:<25} -> {c.run(line)!r}')
    except (SyntaxError, ZeroDivisionError, KeyError) as e: print(f'{line:<25} !! {type(e).__name__}: {e}')
