"""Classes derived from str keep their attributes; methods give plain strings."""
class Name(str):
    def __new__(cls, value, note=''):
        self = super().__new__(cls, value)
        self.note = note
        return self

    def __repr__(self):
        return f'Name({str(self)!r})'


name = Name('Ada', note='first')
print(name, repr(name), name.note, len(name), name == 'Ada', {name: 1}['Ada'], type(name.upper()), type(name + 'x'), type(str(name)))
print(name[1:], name.replace('a', 'b'), f'{name:>5}', '%s' % name, '{}'.format(name), ','.join([name, 'b']), 'd' in name, isinstance(name, str))
print(type(name.strip()), type(name[:]), sorted([Name('b'), 'a']), name.startswith(Name('A')), 'Ada'.find(Name('d')), Name('x') * 2)


class Text:
    def __str__(self):
        return Name('made', note='kept')


print(str(Text()), type(str(Text())), getattr(str(Text()), 'note', None))
