"""Format specifications of text: filling, aligning, cutting, and what is refused."""
for spec in ('', 's', '10', '<10', '>10', '^10', '*^10', '10.2', '.0', '.3s', '010', '-<5', '😀>6', '=10', '+', ' ', '#', ',', '_', '.', 'd', '10x', '.-1', '}>4', '<', '0'):
    try:
        print(repr(spec), repr(format('hello', spec)))
    except ValueError as error:
        print(repr(spec), error)
for wrong in (None, 5, b''):
    try:
        format('a', wrong)
    except TypeError as error:
        print(error)
print(repr(format(None, '')), repr('%s' % None), format(True, '') + format(True, 'd'), format([1], ''))
for value in (None, [1], object):
    try:
        print(format(value, '>5'))
    except TypeError as error:
        print(error)
