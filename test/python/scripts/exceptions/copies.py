"""How exceptions are made, copied and pickled: arguments, attributes, and what each class keeps."""

import copy
import pickle


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: OSError('foo','bar','baz').__reduce__())
t(lambda: OSError('foo','bar').__reduce__())
t(lambda: OSError(1,'b','c',None,'d').__reduce__())
t(lambda: OSError(2,'b','c').__reduce__())
e=OSError('foo','bar'); e.filename='q'; e.x=3
t(lambda: e.__reduce__())
e=ImportError('t',name='n',path='p'); e.q=1
t(lambda: e.__reduce__())
t(lambda: ImportError('t').__reduce__())
for a in (("bad.py",1,2),("bad.py",1,2,4,5,6,7),("bad.py",1,2,"abc",1),("a",1,2,"t"),("a",1,2,"t",1,2),[1,2,3,4],5,"ab","abcd"):
    t(lambda: SyntaxError("m",a).args)
t(lambda: (SyntaxError("m",a).filename, SyntaxError("m",a).end_lineno))
t(lambda: SyntaxError("m",("a",1,2,"t"),3).filename)
for k in (UnicodeEncodeError,UnicodeDecodeError,UnicodeTranslateError): t(lambda: repr(str(k.__new__(k))))
t(lambda: ImportError('a',name='b',foo=1))
t(lambda: OSError(foo=1))
t(lambda: ValueError(a=1))
t(lambda: ImportError('a','b').msg)
t(lambda: SyntaxError().msg)
t(lambda: AttributeError('a',name='n',obj=3).__reduce__())
t(lambda: NameError('a',name='n').name)
t(lambda: StopIteration(3).value)
t(lambda: SystemExit(1,2).code)
t(lambda: KeyError().__reduce__())
e=ValueError(1); e.a=2
t(lambda: e.__reduce__())
class My(Exception):
    def __init__(self,a,b): super().__init__(a); self.b=b
m=My(1,2)
t(lambda: m.__reduce__())
t(lambda: copy.copy(m)); 
class My2(Exception):
    def __init__(self,*a): super().__init__(*a); self.k=5
m=My2(1,2); m.z=[1]; c=copy.deepcopy(m); print(c.args,c.z,c.k,c.z is m.z)
p=pickle.loads(pickle.dumps(m)); print(repr(p),p.z)
g=ExceptionGroup('a',[ValueError(1)]); print(repr(pickle.loads(pickle.dumps(g))), repr(copy.copy(g)))
e=ValueError(1); e.add_note('n'); print(copy.copy(e).__notes__)
t(lambda: e.__setstate__(3)); e.__setstate__({'w':1}); print(e.w)
e=SyntaxError('m',('f',1,2,'t')); e2=pickle.loads(pickle.dumps(e)); print(e2, e2.lineno); e.lineno=7; print(e, e.args)
try: compile('x y','f','exec')
except SyntaxError as e: print(copy.copy(e), pickle.loads(pickle.dumps(e)).text)
e=ImportError('x',name='n'); e.__init__(); print(e.name, e.msg, e.args)
print(copy.copy(KeyError('a')), str(pickle.loads(pickle.dumps(UnicodeDecodeError('utf8',b'a',0,1,'r')))))
