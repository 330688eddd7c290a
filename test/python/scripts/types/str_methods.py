def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

for name, args in [('split',(5,)),('split',('',)),('rsplit',('',)),('join',([1],)),('join',(5,)),('replace',(1,2)),('replace',('a','b','c')),('find',(5,)),('index',('zz',)),('rindex',('zz',)),('count',(1,)),('startswith',(5,)),('startswith',(('a',5),)),('endswith',(b'a',)),('center',()),('center',('a',)),('center',(5,'ab')),('center',(5,5)),('ljust',(5,'')),('zfill',('a',)),('partition',('',)),('partition',(5,)),('strip',(5,)),('lstrip',(5,)),('translate',(5,)),('encode',(5,)),('encode',('nope',)),('encode',('ascii','nope')),('expandtabs',('a',)),('splitlines',(1,2)),('upper',(1,)),('isalpha',(1,)),('format',()),('removeprefix',(5,)),('removesuffix',(5,)),('title',(1,)),('casefold',(2,)),('__getitem__',('a',)),('__getitem__',(99,)),('__contains__',(5,)),('__format__',(5,)),('__format__',('zz',)),('__eq__',(5,)),('__lt__',(5,)),('__mod__',(5,)),('find',('a','b')),('find',('a',None,None)),('find',('a',-3,-1)),('maketrans',(5,)),('maketrans',('ab','c')),('maketrans',('a',)),('maketrans',({'ab':1},)),('maketrans',({1.5:1},)),('maketrans',('a','b',5)),('format_map',(5,)),('__getnewargs__',()),('__rmul__',(2,)),('__rmod__',('%s',)),('__len__',()),('split',(None,'a')),('split',('b',1.5)),('nope',())]:
    try: print(name, args, repr(getattr('abc é', name)(*args)))
    except Exception as e: print(name, args, type(e).__name__, e)
t(lambda: 'abc'.split(sep='b', maxsplit=1)); t(lambda: 'abc'.split(foo=1)); t(lambda: 'a\nb'.splitlines(keepends=True)); t(lambda: 'abc'.replace('a','b',count=1)); t(lambda: 'a\tb'.expandtabs(tabsize=4)); t(lambda: 'a'.encode(encoding='utf-16'))
t(lambda: 'abc'['a']); t(lambda: 'abc'[1.0]); t(lambda: 'abc'[5]); t(lambda: 'abc'[::0]); t(lambda: 'abc'['a':]); t(lambda: 'a'+1); t(lambda: 1+'a'); t(lambda: 'a'*1.5); t(lambda: 'a'-'b'); t(lambda: 'a'<1); t(lambda: 5 in 'a'); t(lambda: -'a'); t(lambda: int('a')); t(lambda: float('a')); t(lambda: complex('a'))
def setit(s): s[0]='b'
def delit(s): del s[0]
def seta(s): s.x=1
t(lambda: setit('a')); t(lambda: delit('a')); t(lambda: seta('a')); t(lambda: 'a'.foo); t(lambda: str.foo); t(lambda: str(1,2,3,4)); t(lambda: str(b'a','ascii')); t(lambda: str(object=5)); t(lambda: str(b'\xff', errors='replace')); t(lambda: str('a','utf8')); t(lambda: str.upper(5)); t(lambda: str.upper()); t(lambda: str.__len__(5)); t(lambda: str.join(',', ['a','b'])); t(lambda: ','.join(c for c in 'abc')); t(lambda: ','.join({'a':1}))
# translate
t(lambda: 'abc'.translate({97:'X', 98:None, 99:100})); t(lambda: 'abc'.translate(str.maketrans('ab','xy','c'))); t(lambda: 'abc'.translate({97: 1.5})); t(lambda: 'abc'.translate({97: 0x110000})); t(lambda: 'abc'.translate('x'*98)); 
class T:
    def __getitem__(self, k):
        if k == 98: raise LookupError
        return chr(k-32)
t(lambda: 'abc'.translate(T()))
# subclass
class S(str):
    def __new__(cls, v='', extra=None):
        self = super().__new__(cls, v); self.extra = extra; return self
s = S('hello', 5)
print(s, repr(s), s.extra, type(s), type(s.upper()), type(s+'x'), type(s[:2]), s=='hello', hash(s)==hash('hello'), len(s), s[1], {s:1}['hello'], 'hello' in {s:1}, f'{s:>8}', '%s' % s, s*2, isinstance(s,str), 'ell' in s, s.replace('l','L'), [c for c in s], ','.join([s]), str(s), type(str(s)), sorted([s,'a']), s < 'z')
class R(str):
    def __repr__(self): return 'R!'
    def __str__(self): return 'S!'
print(R('x'), repr(R('x')), f'{R("x")}', f'{R("x")!r}', '%s %r' % (R('x'),R('x')), str(R('x')), [R('x')], '{}'.format(R('x')), ''.join([R('x')]))
t(lambda: '😀é漢'[0]); t(lambda: '😀é漢'[::-1]); t(lambda: len('😀é漢')); t(lambda: '😀é漢'.center(9,'*')); t(lambda: '😀é漢'.find('漢')); t(lambda: '😀é漢'.encode()); t(lambda: '\ud800'.encode()); t(lambda: ascii('😀é漢')); t(lambda: '\x7f\xa0\u200b\n\t\\\''); t(lambda: 'a\'b"c'); t(lambda: '%c%c' % ('😀',128512)); t(lambda: f'{"😀":*^5}'); t(lambda: 'a😀b'.split('😀')); t(lambda: max('a😀b')); t(lambda: ord('😀')); t(lambda: chr(128512)); t(lambda: list('a😀b')); t(lambda: 'a😀b'.replace('','-')); t(lambda: '😀'*2); t(lambda: 'ß'.upper()+'ŉ'.title()+'ǆ'.title()+'İ'.lower()+'ΑΣ'.lower()+'ﬁ'.capitalize()); t(lambda: 'Straße'.casefold()); t(lambda: '²'.isdigit()); t(lambda: '½'.isnumeric()); t(lambda: '一'.isnumeric()); t(lambda: '٣'.isdecimal()); t(lambda: int('٣')); t(lambda: 'a b'.isidentifier()); t(lambda: ' '.isprintable()); t(lambda: '\n'.isprintable()); t(lambda: ''.isprintable()); t(lambda: ''.isspace()); t(lambda: 'éa1_'.isidentifier()); t(lambda: "they're bill's".title()); t(lambda: 'ÀÉ'.swapcase()); t(lambda: 'aB'.isupper()); t(lambda: '123'.isupper()); t(lambda: 'Hello World 1'.istitle())
