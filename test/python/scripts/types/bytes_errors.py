def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: bytearray(1.5)); t(lambda: bytearray([256])); t(lambda: bytes([256])); t(lambda: bytearray('x')); t(lambda: bytes('x'))
t(lambda: bytes(-1)); t(lambda: bytearray(-1)); t(lambda: bytes(1.5)); t(lambda: bytes(['a'])); t(lambda: bytes(encoding='utf8')); t(lambda: bytes(b'x', 'utf8'))
t(lambda: b'abc'['a']); t(lambda: bytearray(b'abc')['a']); t(lambda: b'a'[3]); t(lambda: bytearray(b'a')[3])
ba=bytearray(b'abc')
def s(k,v): ba[k]=v
t(lambda: s(0,'a')); t(lambda: s(0,300)); t(lambda: s('a',3)); t(lambda: s(9,3)); t(lambda: s(slice(0,2),'ab')); t(lambda: s(slice(0,3,2),b'abc')); t(lambda: s(slice(0,1),5)); t(lambda:s(slice(0,1),[300]))
t(lambda: ba.append('a')); t(lambda: ba.append(300)); t(lambda: ba.pop(10)); t(lambda: bytearray().pop()); t(lambda: ba.remove(7)); t(lambda: ba.remove('a')); t(lambda: ba.extend('abc')); t(lambda: ba.extend(5)); t(lambda: ba.insert(0,'a'))
t(lambda: b'a'.find('a')); t(lambda: b'a'.index(b'z')); t(lambda: b'a'.find(300)); t(lambda: b'a'.startswith('a')); t(lambda: b'a'.startswith(('a',))); t(lambda: b''.join(['a'])); t(lambda: b''.join(5)); t(lambda: b'a'.split('a')); t(lambda: b'a'.split(b'')); t(lambda: b'a'.center(5,'x')); t(lambda: b'a'.center(5,b'xx')); t(lambda: b'a'.replace('a','b')); t(lambda: b'a'.strip('a')); t(lambda: b'a'.translate(b'a')); t(lambda: bytes.maketrans(b'a',b'')); t(lambda: b'ab'.hex('::')); t(lambda: b'ab'.hex(5)); t(lambda: bytes.fromhex('zz')); t(lambda: bytes.fromhex(5)); t(lambda: b'a'.removeprefix('a')); t(lambda: b'a'.partition('a')); t(lambda: b'a'.partition(b''));t(lambda: b'a'.count('a'))
t(lambda: 300 in b'a'); t(lambda: 'a' in b'a'); t(lambda: b'a'+'a'); t(lambda: b'a'*'a'); t(lambda: bytearray(b'a')+'a'); t(lambda: b'a'<'a'); t(lambda: hash(bytearray())); t(lambda: b'%d %s' % (1,'a')); t(lambda: b'%d %s %a %b %c' % (1,b'a','a',b'q',65)); t(lambda: b'%y' % 1); t(lambda: b'%d' % 'a'); t(lambda: b'a'.decode('ascii', 'x')); t(lambda: b'\xff'.decode()); t(lambda: b'a'.decode(5)); t(lambda: b'a'.rjust(3, bytearray(b'x')))
t(lambda: b'a'.translate(None, b'a')); t(lambda: b'a'.expandtabs('a')); t(lambda: b'a'.zfill(4)); t(lambda: b'a'.find(b'a', 'x')); t(lambda: bytearray(b'abc').hex(':', 2)); t(lambda: b'abcde'.hex('-', -2))
def i(a,b): a+=b; return a
t(lambda: i(bytearray(b'a'), 'x')); t(lambda: i(bytearray(b'a'), b'x')); t(lambda: i(bytearray(b'a'), [1]))
def d(a,k): del a[k]; return a
t(lambda: d(bytearray(b'abc'), 0)); t(lambda: d(bytearray(b'abc'), slice(0,3,2))); t(lambda: d(bytearray(b'abc'), 5)); t(lambda: d(b'a', 0)); t(lambda: bytearray(b'abc').insert(-1, 5))
class B(bytes): pass
t(lambda: B(b'a')); t(lambda: str(B(b'a'))); t(lambda: B(b'a')+b'b'); 
class A(bytearray): pass
t(lambda: A(b'a'));  t(lambda: type(A(b'a')+b'b')); t(lambda: A(b'a')[0:1])
class C:
    def __bytes__(self): return b'zz'
t(lambda: bytes(C())); t(lambda: bytearray(C()))
class D:
    def __bytes__(self): return 5
t(lambda: bytes(D()))
class I:
    def __index__(self): return 3
t(lambda: bytes(I())); t(lambda: bytes([I()])); t(lambda: bytearray(I())); t(lambda:str(b'a', 5)); t(lambda: str(5,'utf8')); t(lambda: bytes('é','ascii')); t(lambda: bytearray('é','latin-1')); t(lambda: bytes('a',5)); t(lambda: b'a'.splitlines(5)); t(lambda: b'\x1c\x1da\n\rb\x0bc'.splitlines()); t(lambda: b'\x1ca\x0b'.strip()); t(lambda: b'aB1 x'.title()); t(lambda: b'\xe9'.upper()); t(lambda: b'a'.isalpha()); t(lambda:b'HeLLo'.swapcase()); t(lambda: b'HeLLo'.capitalize()); t(lambda: b'Hello World'.istitle()); t(lambda: b''.isascii())
t(lambda: b'a'.__add__('a')); t(lambda: b'a'.__getnewargs__()); t(lambda: b'a'.__eq__('a')); t(lambda: bytearray(b"it's"))
