"""f-strings: expressions, conversions, nested specs, the equals sign, quotes inside."""
name, value, width = 'x', 3.14159, 8
items = {'k': [1, 2]}
print(f'{name} {name!r:>5} {value:{width}.2f}| {value:>{width}}| {{literal}} {items["k"][0]}')
print(f'{value=} {value=:.2f} {name=!s} { name = } {1 + 1=} {items["k"]=}')
print(f'{(lambda a: a * 2)(3)} {[i for i in range(3)]} {"nested" if value else ""}')
print(f'{"a" "b"} {name}' 'plain {name}' f'{width}' rf'\n{name}\t', f'{width:#x} {width:08b} {10**6:,}')
print(f'''{
    name
} lines''', f'{name!a}', f'{"é"!a}', f'{None}', f'{1,2}', f'{ {"a": 1}["a"] }', f'{3:{"{>6"[1:]}}|')


class Spec:
    def __format__(self, spec):
        return f'[{spec}]'


print(f'{Spec()} {Spec():a{width}b} {Spec():%H:%M}')
for bad in ('{unknown}', '{1:z}', '{"a":d}', '{1/0}'):
    try:
        print(eval('f' + repr(bad)))
    except (NameError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
