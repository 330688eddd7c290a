"""A star may stand before any operand: in return, yield, for, subscripts and targets."""


def returned(values):
    return *values, 3


def returned_last():
    return 0, *[1, 2]


def yielded(values):
    got = yield *values, 'end'
    yield *(got or ()), *{}


class Index:
    def __getitem__(self, key):
        return key


print(returned((1, 2)), returned_last())
generator = yielded('ab')
print(next(generator), generator.send([7]))
for item in *range(2), *'xy', None:
    print(item, end=' ')
print()

index = Index()
print(index[*[1, 2]], index[*(), 5], index[0, *'ab', 1:2])

host, *rest = 'local', *[]
print(host, rest)
*[first, second], last = 1, 2, 3
print(first, second, last)
if last:
    *(head, *middle), tail = 'python'
    print(head, middle, tail)
for key, *[left, right] in [(1, 2, 3), 'abc']:
    print(key, left, right)
print([(a, b) for a, *[b] in ['xy', 'zw']])

total = 0, *[1] * 2, *'ab' + 'c', *{4: 5}, *(lambda: [6])(), *'%s' % 7
print(total)
total += 8, *[9]
print(total, *total[-2:], sep='|')
