"""string.Formatter: the parts of str.format, to be replaced one by one."""
import string


class Defaults(string.Formatter):
    def get_value(self, key, args, kwargs):
        try:
            return super().get_value(key, args, kwargs)
        except (KeyError, IndexError):
            return f'<{key}>'

    def check_unused_args(self, used, args, kwargs):
        print('used', sorted(map(str, used)))


print(Defaults().format('{} {} {name} {other!r:>8}', 1, name='n'))
formatter = string.Formatter()
print(formatter.format('{0[1]} {x.real:>{w}}', [1, 2], x=5, w=4), formatter.vformat('{a}', (), {'a': 1}))
print(list(formatter.parse('a{b}c{d!r:x}{{e}}')), formatter.get_field('a.real', (), {'a': 3}))
for text in ('{} {0}', '{0} {}', '{!z}', '{', '}', '{x}'):
    try:
        print(formatter.format(text, 1))
    except (ValueError, KeyError) as error:
        print(repr(text), type(error).__name__, error)
print(string.capwords('hello  big world'), string.capwords('a-b', '-'), string.digits, string.ascii_letters)
print(repr(string.printable[-10:]), string.punctuation)
