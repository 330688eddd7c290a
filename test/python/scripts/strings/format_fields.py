"""str.format: fields by number, name, attribute and item, conversions, nested specs, errors."""
class Point:
    x, y = 3, 4

    def __format__(self, spec):
        return f'<{spec}>'


print('{} {}'.format(1, 2), '{1} {0} {1}'.format('a', 'b'), '{a}{b}{a}'.format(a=1, b=2), '{{}} {{{}}}'.format(5))
print('{0.x} {p.y} {l[1]} {d[key]} {d[k 2]} {l[0][1]}'.format(Point, p=Point, l=['ab', 'c'], d={'key': 1, 'k 2': 2}))
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{:>{w}}|{:{f}{a}{w}.{p}}'.format('r', 'text', w=6, f='*', a='^', p=2))
print('{:anything} {}'.format(Point(), Point()), '{:{}}'.format('x', '>3'), '{a[-1]}'.format(a={'-1': 'text key'}))
print('{:,} {:_} {:08.3f} {:+.1%} {:x} {:#b} {:e} {:c}'.format(1234567, 1234567, 3.14159, 0.256, 255, 5, 12345.678, 97))
print('{:>10}|{:<10}|{:^10}|{:=+8}|{:*^9}'.format('a', 'b', 'c', 5, 'mid'), '{:10.3}|'.format('abcdef'), '{!s:5}|'.format(None))
print('{x}'.format_map({'x': 1}), '{:}'.format('e'), '{0:}{0}'.format(1))
for template in ('{', '}', '{}}', '{0', '{!}', '{!z}', '{!r', '{!rx}', '{0.}', '{0[}', '{0[]}', '{0[a]x}', '{} {0}', '{0} {}', '{2}', '{name}',
                 '{0.nope}', '{0[9]}', '{:d}', '{:,s}', '{:.2d}', '{0:{0:{0}}}', '{:=5}', '{:z}', '{:<<<}', '{a.b}'):
    try:
        print(template, template.format('abc'))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        print(template, type(error).__name__, error)
try:
    '{}'.format_map({})
except ValueError as error:
    print(error)
