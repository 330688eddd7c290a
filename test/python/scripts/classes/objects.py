def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class A:
    "doc"
    x: int = 1
    def f(self): "fdoc"
    @property
    def p(self): return 1
class B(A): pass
t(lambda: A(1)); t(lambda: A(x=1)); t(lambda: object(1)); t(lambda: object.__new__(A, 1)); t(lambda: object.__new__(5)); t(lambda: A.__new__(A).__init__(5)); t(lambda: type()); t(lambda: type(1,2)); t(lambda: type('X',(A,),{'y':2}).y); t(lambda: type(5,(),{})); t(lambda: type('X',[],{})); t(lambda: type('X',(),5)); t(lambda: type('X',(A,B),{})); t(lambda: type('X',(A,A),{})); t(lambda: type('X',(bool,),{})); t(lambda: type('X',(int,str),{}))
t(lambda: A.__name__); t(lambda: A.__qualname__); t(lambda: A.__module__); t(lambda: A.__doc__); t(lambda: A.__bases__); t(lambda: B.__mro__); t(lambda: B.mro()); t(lambda: A.__subclasses__()); t(lambda: A.__annotations__); t(lambda: A.__dict__['x']); t(lambda: A.__class__); t(lambda: type(A)); t(lambda: A().__class__); t(lambda: B.__base__); t(lambda: B.__doc__); t(lambda: int.__module__); t(lambda: type.__mro__); t(lambda: object.__bases__); t(lambda: bool.__bases__); t(lambda: int.__name__); t(lambda: type(None)); t(lambda: type(NotImplemented)); t(lambda: type(...)); t(lambda: type(None)()); t(lambda: type(...)()); t(lambda: type(NotImplemented)()); t(lambda: type(None)(1)); t(lambda: bool(...)); t(lambda: bool(NotImplemented)); t(lambda: None.x); t(lambda: None()); t(lambda: ...()); t(lambda: None+1); t(lambda: None[0]); t(lambda: None<None); t(lambda: None==None); t(lambda: hash(None)==hash(None)); t(lambda: len(None)); t(lambda: [*None]); t(lambda: repr(...)); t(lambda: str(NotImplemented)); t(lambda: f'{None!r:>6}')
def sa(o,n,v): setattr(o,n,v)
t(lambda: sa(5,'x',1)); t(lambda: sa(int,'x',1)); t(lambda: sa(object(),'x',1)); t(lambda: sa(A(),5,1)); t(lambda: sa(A(),'p',1)); t(lambda: sa([], 'x', 1)); t(lambda: sa(A,'__name__','Z')); t(lambda: A.__name__); t(lambda: sa(A,'__name__',5)); t(lambda: delattr(A(),'x')); t(lambda: delattr(A(),'p')); t(lambda: delattr(5,'x')); t(lambda: delattr(A,'zzz')); t(lambda: getattr(A(),'q')); t(lambda: getattr(A,'q')); t(lambda: sa(A(),'__class__',5)); t(lambda: sa(A(),'__dict__',5)); t(lambda: sa(None,'x',1)); t(lambda: sa(lambda:0,'x',1))
a=A(); a.__class__=B; t(lambda: type(a)); a.__dict__={'zz':3}; t(lambda: a.zz); t(lambda: a.__dict__); t(lambda: vars(a)); t(lambda: vars(5)); t(lambda: sorted(dir(a))[-4:]); t(lambda: [n for n in dir(object()) if 'reduce' not in n]); t(lambda: a.__eq__(5)); t(lambda: a.__eq__(a)); t(lambda: a.__ne__(a)); t(lambda: a.__ne__(5)); t(lambda: a.__lt__(5)); t(lambda: a<a); t(lambda: a.__format__('x')); t(lambda: format(a,'')[:12]); t(lambda: a.__str__()[:12]); t(lambda: object.__repr__(5)[:14]); t(lambda: object.__str__('x')); t(lambda: object.__hash__(a)==hash(a)); t(lambda: object.__eq__(1,1)); t(lambda: a.__init__(1)); t(lambda: a.__sizeof__()>0); t(lambda: object.__subclasshook__(5)); t(lambda: A.__init_subclass__()); t(lambda: A.__subclasshook__(A)); t(lambda: isinstance(A,type)); t(lambda: type.__call__(A).__class__); t(lambda: A.__call__().__class__); t(lambda: type.__instancecheck__(A,a)); t(lambda: type.__subclasscheck__(A,B)); t(lambda: isinstance(5,(str,int))); t(lambda: isinstance(5,'x')); t(lambda: issubclass(5,int)); t(lambda: issubclass(int,5)); t(lambda: isinstance(5,int|str)); t(lambda: int|None); t(lambda: int|'x'); t(lambda: list[int]); t(lambda: int[int]); t(lambda: A|B); t(lambda: type[int])
class M(type):
    def __new__(m, n, b, d, **k): 
        c = super().__new__(m,n,b,d); c.kw=k; return c
    def __init__(c, n, b, d, **k): super().__init__(n,b,d)
    def __call__(c,*a,**k): r=super().__call__(*a,**k); r.made=True; return r
    def __getattr__(c,n): return f'meta {n}'
    def __repr__(c): return f'<M {c.__name__}>'
    def __instancecheck__(c,o): return o==5
    def __len__(c): return 7
    def __iter__(c): return iter([1,2])
    def __getitem__(c,k): return k
    def __contains__(c,k): return True
    @classmethod
    def __prepare__(m,n,b,**k): return {'pre':1}
class C(metaclass=M, kw=3): pass
t(lambda: (C, C.kw, C().made, C.foo, isinstance(5,C), len(C), list(C), C[3], 9 in C, C.pre, type(C)))
class N:
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); cls.tag=tag
class O(N, tag='t'): pass
t(lambda: O.tag); t(lambda: type('P',(N,),{},tag='q').tag)
def bad():
    class Q(N, zz=1): pass
t(bad)
def bad2():
    class Q(A, zz=1): pass
t(bad2)
class H:
    def __eq__(self,o): return True
t(lambda: hash(H())); t(lambda: {H():1}); t(lambda: H()!=5); t(lambda: H()==5); t(lambda: H.__hash__)
class E:
    def __new__(cls,*a): 
        if a: return 'other'
        return super().__new__(cls)
    def __init__(self,*a): self.a=a
t(lambda: E(1)); t(lambda: E().a)
class R:
    def __init__(self): return 5
t(lambda: R())
class S:
    __slots__=('u','v')
s=S(); s.u=1
t(lambda: s.u); t(lambda: s.v); t(lambda: sa(s,'w',1)); t(lambda: s.__dict__); t(lambda: S.__slots__)
class G:
    def __getattribute__(self,n): 
        if n=='zz': return 'got zz'
        return super().__getattribute__(n)
    def __getattr__(self,n): return 'fb '+n
    def __setattr__(self,n,v): super().__setattr__(n,v*2)
    def __delattr__(self,n): print('del',n); object.__delattr__(self,n)
g=G(); g.k=4
t(lambda: (g.zz,g.q,g.k)); del g.k; t(lambda: g.k)
class BadRepr:
    def __repr__(self): return 5
    def __str__(self): return None
    def __bool__(self): return 5
    def __len__(self): return -1
    def __hash__(self): return 'x'
    def __index__(self): return 'x'
    def __iter__(self): return 5
    def __format__(self,s): return 5
b=BadRepr()
t(lambda: repr(b)); t(lambda: str(b)); t(lambda: bool(b)); t(lambda: len(b)); t(lambda: hash(b)); t(lambda: [1][b]); t(lambda: list(b)); t(lambda: f'{b}'); t(lambda: int(b)); t(lambda: range(b)); t(lambda: print(b))
