x, name, pi, items = 42, 'Bob', 3.14159265, [1, 2]
print(f'{x} {name!r} {name!s:>6} {pi:.2f} {pi:10.3f}| {x:05d} {x:+} {x:x} {x:#x} {x:b} {x:,} {1234567:,} {1234567.891:,.2f} {x:e} {pi:g} {0.5:%} {x!r:^10}|')
print(f'{items} {items[0]} {x + 1} {len(items)} {"nested"} {f"inner {x}"} {{braces}} {x=} {x = } {name=!s} {pi=:.3f} {x+1=}')
w, p = 10, 3; print(f'{pi:{w}.{p}f}|{name:{"<"}{w}}|{name:*^{w}}|{x:>{w}}|{name:.2}')
print(f'''{
x
} {'a' if x > 1 else 'b'} {(lambda q: q * 2)(3)} {[i for i in range(3)]} { {1: 2}[1] } {x:>5}''')
print(f'{None} {True} {1.0} {1e10} {1e-7} {10**20} {2.5!r} {"é"!a} {(1,)} {...}')
print('{} {} {}'.format(1, 'a', 2.5), '{1} {0}'.format('a', 'b'), '{n:>5}|{n!r}'.format(n='x'), '{0[1]} {1.real}'.format([1, 2], 5), '{:{}}|'.format('a', 5), '{{}}'.format())
print('%s %d %5.2f %x %r %% %-5s| %05d %+d %e %g %c' % ('a', 5, 3.14159, 255, 'q', 'l', 42, 7, 12345.678, 0.0001, 'z'), '%(k)s %(n)03d' % {'k': 'v', 'n': 5}, '%s' % (1,), '%s' % [1, 2])
class F:
    def __format__(self, spec): return f'<{spec}>'
    def __repr__(self): return 'F()'
print(f'{F()} {F():abc} {F()!r} {F()!s:>5}')
print(f'{1_000_000:_} {255:#b} {255:#o} {-5:05} {5: } {3.0} {3.0:.0f} {1e300*10} {float("nan"):.2f} {12345.6789:.3e} {0.1+0.2:.17g} {100:.1%}')
print(f'{"abc":>{5}}|{"abc":<5}|{"abc":^5}|{"abc":-^7}|{True:5}|{True!s:5}|{1+2j:.1f}')
print(f'{x:>10,}|{-x:>+10}|{x:<10}|{x:^10}|{x: =+10}|{1.5:010.2f}|{"s":s}|{65:c}')
