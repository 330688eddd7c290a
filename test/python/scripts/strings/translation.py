"""translate by a table of maketrans, a dict, or whatever has items."""
table = str.maketrans('abc', 'xyz', 'd')
print(table, 'aabbccdde'.translate(table), str.maketrans({'a': 'one', 98: None, 'c': 120}), 'abc'.translate({97: 'one', 98: None, 99: 120}))
print('é😀'.translate({ord('é'): 'e', ord('😀'): ':)'}), 'abc'.translate('x' * 98), 'ab'.translate([None] * 97 + ['!']))


class Shift:
    def __getitem__(self, code):
        if code > 99:
            raise LookupError
        return code + 1


print('abcd'.translate(Shift()))
for call in (lambda: str.maketrans('ab', 'x'), lambda: str.maketrans(1), lambda: str.maketrans({'ab': 1}), lambda: str.maketrans({1.5: 'x'}),
             lambda: 'a'.translate({97: -1}), lambda: 'a'.translate({97: 1.5}), lambda: 'a'.translate(5), lambda: 'a'.translate({97: 0x110000})):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
