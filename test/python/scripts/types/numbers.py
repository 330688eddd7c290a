import sys
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
nums = [0, 1, -1, 7, -7, 2**31, -2**31, 2**53, 2**53+1, -2**53-1, 10**20, -10**20, True, False]
ops = ['+','-','*','//','%','/','**','&','|','^','<<','>>','<','==','>=']
for a in nums:
    for b in [0, 1, -1, 3, -3, 2**40, 10**20, True]:
        for op in ops:
            if op in ('**','<<') and (abs(int(b)) > 100): continue
            try: print(a, op, b, repr(eval(f'a{op}b')))
            except Exception as e: print(a, op, b, type(e).__name__, e)
for a in [0.0, -0.0, 1.5, -2.5, 1e308, float('inf'), float('-inf'), float('nan'), 5e-324, 7.0]:
    for b in [0.0, 1.0, -3.0, 2.5, float('inf'), float('nan'), -0.5, 3, 10**20]:
        for op in ['+','-','*','/','//','%','**','<','==','!=']:
            try: print(a, op, b, repr(eval(f'a{op}b')))
            except Exception as e: print(a, op, b, type(e).__name__, e)
        t(lambda: divmod(a,b))
for x in [0.5,1.5,2.5,-0.5,-1.5,2.675,1e16,1.25,-2.675,123456.789,1e22,5e-324,0.1,1/3,1e15+0.5,float('inf'),1e300]:
    for n in [None,0,1,2,-1,-2,5,15,20,-300,400]:
        t(lambda: round(x,n)); 
    t(lambda: x.hex()); t(lambda: x.as_integer_ratio()); t(lambda: x.is_integer()); t(lambda: hash(x)); t(lambda: int(x)); t(lambda: repr(x)); t(lambda: str(-x)); t(lambda:x.__trunc__()); t(lambda:x.__ceil__()); t(lambda:x.__floor__())
for n in [15,25,-15,-25,150,12345,10**20+5,5,6,-5]:
    for d in [-1,-2,0,1,-30,None]: t(lambda: round(n,d))
for s in ['0x1.8p3','-0x.8','inf','nan','0x1p-1074','1.8','0x1.fffffffffffffp1023','0x1p1024','zz','0x','  0x1p0\n','0X1P5','1e5']: t(lambda: float.fromhex(s))
for s in ['1','-1','+5',' 12 ','1_000','1__0','_1','1_','0x10','0b1','','abc','1.5','1e5','٣','९','- 1','--1','\u20091']:
    t(lambda: int(s)); t(lambda: int(s,0)); t(lambda: int(s,16)); t(lambda: float(s)); t(lambda: complex(s))
for s in ['inf','-Infinity','NaN','nan','+inf','1e400','.5','5.','1_0.5','1e-400','infinit','1,5','1.5e','0x1p3','1e5_0']: t(lambda: float(s))
for s in ['1+2j','1j','-j','j','+j','(1+2j)',' ( 1+2j ) ','1 +2j','1+2','1e5j','nan+infj','1+-2j','infj','','1j1']: t(lambda: complex(s))
t(lambda: int('12',37)); t(lambda: int('z',36)); t(lambda: int(12,10)); t(lambda: int('0o17',8)); t(lambda: int('0777',0)); t(lambda: int(b'12')); t(lambda: int(bytearray(b'12'),8)); t(lambda: int(None)); t(lambda: int([])); t(lambda: int(1.9)); t(lambda: int(-1.9)); t(lambda: int(float('inf'))); t(lambda: int(float('nan'))); t(lambda: int(1j)); t(lambda: int(base=5)); t(lambda: int('1','2')); t(lambda: int('9'*5000)); t(lambda: str(10**5000)); t(lambda: int()); t(lambda: float()); t(lambda: complex()); t(lambda: bool()); t(lambda: int('1',base=2)); t(lambda: int(x=5)); t(lambda: float(x=5)); t(lambda: bool(x=5)); t(lambda: int(1,2,3)); t(lambda: float(1,2)); t(lambda: bool(1,2)); t(lambda: float(None)); t(lambda: float([])); t(lambda: float(1j)); t(lambda: float(10**400)); t(lambda: float(b'1.5')); t(lambda: complex(None)); t(lambda: complex('1',2)); t(lambda: complex(1,'2')); t(lambda: complex(1,2j)); t(lambda: complex(real=1,imag=2)); t(lambda: complex(1j,1j)); t(lambda: complex(imag=3)); t(lambda:complex(1,None))
t(lambda: (5).bit_length()); t(lambda: (-2**70).bit_length()); t(lambda: (255).bit_count()); t(lambda: (1024).to_bytes(2,'big')); t(lambda: (-1).to_bytes(2,'big')); t(lambda: (-1).to_bytes(2,'little',signed=True)); t(lambda: (300).to_bytes(1,'big')); t(lambda: (5).to_bytes()); t(lambda: (5).to_bytes(-1,'big')); t(lambda: (5).to_bytes(1,'x')); t(lambda: (0).to_bytes(0,'big')); t(lambda: int.from_bytes(b'\xff\x00','big',signed=True)); t(lambda: int.from_bytes([1,2],'little')); t(lambda: int.from_bytes(b'')); t(lambda: int.from_bytes('a','big')); t(lambda: int.from_bytes(b'a','x')); t(lambda: int.from_bytes([300],'big'))
t(lambda: pow(2,-1,7)); t(lambda: pow(2,10,1000)); t(lambda: pow(2,5,0)); t(lambda: pow(2,-1,4)); t(lambda: pow(3,5,-7)); t(lambda: pow(2.0,3,5)); t(lambda: pow(0,-1)); t(lambda: 2**-1); t(lambda: (-8)**(1/3)); t(lambda: (-2.0)**0.5); t(lambda: 0.0**-1); t(lambda: 10.0**400); t(lambda: 2**0.5); t(lambda: 1e200*1e200); t(lambda: 1e200**2)
t(lambda: 5 .real); t(lambda: 5 .imag); t(lambda: 5 .numerator); t(lambda: True.real); t(lambda: (5).denominator); t(lambda: (5).conjugate()); t(lambda: 1.5.real); t(lambda: 1.5.imag); t(lambda: True.numerator)
t(lambda: ~5); t(lambda: ~True); t(lambda: -True); t(lambda: +True); t(lambda: abs(-True)); t(lambda: True+True); t(lambda: True&False); t(lambda: True|1); t(lambda: True^True); t(lambda: not 5); t(lambda: True/2); t(lambda: True==1.0); t(lambda: ~1.5); t(lambda: 1.5&1); t(lambda: 1<<-1); t(lambda: 1>>-1); t(lambda: 1>>10**30); t(lambda: 1<1j); t(lambda: 1j<1); t(lambda: 1j//1); t(lambda: 1j%1); t(lambda: divmod(1j,1)); t(lambda: 1j**2); t(lambda: (1+2j)**-2); t(lambda: (1+2j)**0.5); t(lambda: (1+2j)/(3-4j)); t(lambda: 1j/0); t(lambda: 0j**-1); t(lambda: abs(3+4j)); t(lambda: (1+2j).conjugate()); t(lambda: (1+2j)==(1+2j)); t(lambda: 1+0j==1); t(lambda: hash(1+0j)==hash(1)); t(lambda: hash(1+2j)); t(lambda: -(1+2j)); t(lambda: -0j); t(lambda: complex(-0.0,-0.0)); t(lambda: complex(0,float('nan'))); t(lambda: complex(float('inf'),-1)); t(lambda: 1e20j); t(lambda: str(1.5+2.5j)); t(lambda: bool(0j)); t(lambda: (1+2j).real); t(lambda: f'{1+2j:.2f}'); t(lambda: f'{1+2j:>20}'); t(lambda: f'{1+2j:e}'); t(lambda: f'{1+2j:010}'); t(lambda: (3+0j).imag); t(lambda:1j*1j); t(lambda: 2*(1+1j)); t(lambda: 1.5-(1+1j)); t(lambda: 1j+'a'); t(lambda: int.__add__(1,2)); t(lambda: int.__add__(1,2.0)); t(lambda: (1).__add__('a')); t(lambda: float.__add__(1.0,2)); t(lambda: int.__radd__(1,2)); t(lambda: (1).__truediv__(2)); t(lambda: (1).__rsub__(5)); t(lambda: (2).__pow__(3,5)); t(lambda: (5).__divmod__(3)); t(lambda: (5).__rdivmod__(13)); t(lambda: float.__rpow__(2.0,3)); t(lambda: (5).__eq__(5.0)); t(lambda: (5.0).__eq__(5)); t(lambda: (5).__bool__()); t(lambda: (5).__hash__()); t(lambda: (5).__format__('05')); t(lambda: (5).__str__()); t(lambda: (5).__index__()); t(lambda: float.__repr__(1.5)); t(lambda: (5).__float__()); t(lambda: (1.5).__int__()); t(lambda: int.__new__(int, 5)); t(lambda: int.__new__(bool,1)); t(lambda: bool.__new__(bool, 5)); t(lambda: float.__new__(float,'1.5')); t(lambda: (5).__ceil__()); t(lambda: (5).__round__(-1)); t(lambda: (1.0).__divmod__(0.3)); t(lambda: hash(2**61-1)); t(lambda: hash(2**61)); t(lambda: hash(-1)); t(lambda: hash(10**30)); t(lambda: hash(0.5)); t(lambda: hash(True)); t(lambda: 1 == 1.0 == True); t(lambda: 2**53+1 == float(2**53)); t(lambda: 10**400 > 1e308); t(lambda: 10**400 < float('inf')); t(lambda: 10**400 == float('inf')); t(lambda: 1e308 < 10**400); t(lambda: 10**400 + 1.0); t(lambda: 10**400/10**399); t(lambda: 10**400/3); t(lambda: 3/10**400); t(lambda: sum([0.1]*10)); t(lambda: 1 if float('nan') else 0); t(lambda: max(1,2.5,True)); t(lambda: min(1.0,1)); t(lambda: {1:'a', 1.0:'b', True:'c'})
class I(int):
    def __new__(cls, v, tag=''):
        self = super().__new__(cls, v); self.tag = tag; return self
    def __add__(self, o): return I(int(self)+int(o), 'sum')
i = I(5,'t')
print(i, repr(i), i.tag, type(i+1), (i+1).tag, type(1+i), type(i*2), i==5, hash(i), {i:1}[5], f'{i:03d}', '%d' % i, int(i), type(int(i)), type(+i), i<6, range(i), [1]*I(2), 'abc'[I(1)], i/2, isinstance(i,int), bool(I(0)), -i, abs(I(-3)), round(I(15),-1), i.bit_length(), str(i), i.real, sum([i,i]), max(i,3))
class F(float):
    def __repr__(self): return f'F({float(self)})'
f = F(1.5)
print(f, repr(f), str(f), f+1, type(f+1), f==1.5, f'{f}', f'{f:.3f}', '%s %f' % (f,f), [f], int(f), round(f), F('2.5'), type(-f), F(3).is_integer(), hash(f)==hash(1.5), bool(F(0)), f<2, max(f,1), float(f), type(float(f)))
class X:
    def __index__(self): return 3
    def __float__(self): return 2.5
    def __int__(self): return 9
class Y:
    def __index__(self): return 3
class Z:
    def __int__(self): return 'a'
    def __float__(self): return 5
    def __complex__(self): return 1+2j
    def __trunc__(self): return 1
t(lambda: int(X())); t(lambda: float(X())); t(lambda: float(Y())); t(lambda: int(Y())); t(lambda: complex(Y())); t(lambda: complex(X())); t(lambda: int(Z())); t(lambda: float(Z())); t(lambda: complex(Z())); t(lambda: int('11', Y())); t(lambda: round(1.2345, Y())); t(lambda: (1).to_bytes(Y(),'big')); t(lambda: 1 << Y()); t(lambda: [1,2,3,4][Y()]); t(lambda: 'a'*Y()); t(lambda: range(Y())); t(lambda: hex(Y())); t(lambda: 1+Y()); t(lambda: '%d' % X()); t(lambda: '%x' % Y()); t(lambda: '%f' % X()); t(lambda: '%d' % 1.9); t(lambda: '%x' % 1.5); t(lambda: '%d' % '5'); t(lambda: '%f' % 'a'); t(lambda: chr(Y()))
