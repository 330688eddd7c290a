class ParseError(ValueError):
    def __init__(self, message, position): super().__init__(f'{message} at {position}'); self.position = position
class Parser:
    ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'r': '\r'}
    def __init__(self, text): self.text, self.pos = text, 0
    def error(self, message): raise ParseError(message, self.pos)
    def peek(self): return self.text[self.pos] if self.pos < len(self.text) else ''
    def skip(self):
        while self.peek() and self.peek() in ' \t\r\n': self.pos += 1
    def expect(self, char):
        if self.peek() != char: self.error(f'expected {char!r}, got {self.peek()!r}')
        self.pos += 1
    def value(self):
        self.skip()
        match self.peek():
            case '{': return self.object()
            case '[': return self.array()
            case '"': return self.string()
            case c if c.isdigit() or c == '-': return self.number()
            case _:
                for word, result in (('true', True), ('false', False), ('null', None)):
                    if self.text.startswith(word, self.pos):
                        self.pos += len(word)
                        return result
                self.error('unexpected')
    def object(self):
        self.expect('{'); result = {}
        self.skip()
        while self.peek() != '}':
            self.skip(); key = self.string(); self.skip(); self.expect(':')
            result[key] = self.value(); self.skip()
            if self.peek() == ',': self.pos += 1
            elif self.peek() != '}': self.error("expected ',' or '}'")
        self.pos += 1
        return result
    def array(self):
        self.expect('['); items = []
        self.skip()
        if self.peek() == ']': self.pos += 1; return items
        while True:
            items.append(self.value()); self.skip()
            if self.peek() == ',': self.pos += 1; continue
            self.expect(']')
            return items
    def string(self):
        self.expect('"'); out = []
        while (c := self.peek()) != '"':
            if not c: self.error('unterminated')
            self.pos += 1
            if c == '\\':
                e = self.peek(); self.pos += 1
                if e == 'u': out.append(chr(int(self.text[self.pos:self.pos + 4], 16))); self.pos += 4
                else: out.append(self.ESCAPES[e])
            else: out.append(c)
        self.pos += 1
        return ''.join(out)
    def number(self):
        start = self.pos
        while self.peek() and self.peek() in '+-.eE0123456789': self.pos += 1
        text = self.text[start:self.pos]
        return float(text) if set(text) & set('.eE') else int(text)
def dump(v, indent=0):
    pad = '  ' * indent
    if isinstance(v, dict):
        if not v: return '{}'
        body = ',\n'.join(f'{pad}  {dump(k)}: {dump(x, indent + 1)}' for k, x in sorted(v.items()))
        return '{\n' + body + '\n' + pad + '}'
    if isinstance(v, (list, tuple)): return '[' + ', '.join(dump(x, indent) for x in v) + ']'
    if isinstance(v, str): return '"' + v.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'
    return {True: 'true', False: 'false', None: 'null'}[v] if v is None or isinstance(v, bool) else repr(v)
doc = '{"name": "x\\u00e9\\n", "list": [1, -2.5e3, true, null, [], {}], "nested": {"a": {"b": [{"c": "d\\"q"}]}}}'
parsed = Parser(doc).value(); print(parsed); print(dump(parsed)); print(Parser(dump(parsed)).value() == parsed)
for bad in ('', '{', '[1 2]', '{"a" 1}', '"abc', '{"a": tru}', '["\\x"]', '-'):
    try: print(Parser(bad).value())
    except ParseError as e: print(type(e).__name__, e, e.position)
    except (KeyError, ValueError) as e: print(type(e).__name__, e)
