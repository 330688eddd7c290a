"""Exception groups: split, subgroup, derive, and what is kept of the original."""


class Marked(ExceptionGroup):
    def __new__(cls, message, members, mark):
        made = super().__new__(cls, message, members)
        made.mark = mark
        return made

    def derive(self, members):
        return Marked(self.message, members, self.mark)


group = ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [TypeError(2), ValueError(3)]), OSError(4)])
group.add_note('noted')
match, rest = group.split(ValueError)
print(repr(match))
print(repr(rest))
print(match.__notes__, match.__notes__ is group.__notes__, match.message, match.exceptions)
print(group.subgroup(KeyError), group.split(KeyError)[0], group.split(KeyError)[1] is group)
print(group.subgroup(ExceptionGroup) is group, group.subgroup((TypeError, OSError)))
print(repr(group.subgroup(lambda error: error.args == (3,))))
marked = Marked('m', [ValueError(1), TypeError(2)], 'kept')
part = marked.subgroup(TypeError)
print(type(part).__name__, part.mark, part.exceptions)

try:
    raise group from KeyError('cause')
except ExceptionGroup as caught:
    part = caught.subgroup(OSError)
    print(part.__traceback__ is caught.__traceback__, part.__cause__, part.__context__)

members = [ValueError(1)]
given = ExceptionGroup('copy', members)
members.append(3)
print(given.exceptions, given.args, str(given), repr(given))
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
print(ExceptionGroup[int], isinstance(group, Exception), ExceptionGroup.__mro__[1:3])

for arguments in [(), ('only',), (1, [ValueError()]), ('m', []), ('m', [3]), ('m', 3), ('m', {ValueError()}), ('m', [KeyboardInterrupt()]), ('m', [ValueError()], 3)]:
    try:
        print(ExceptionGroup(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for condition in [3, int, (ValueError, int), [ValueError]]:
    try:
        group.split(condition)
    except TypeError as error:
        print(error)
try:
    group.message = 'x'
except AttributeError as error:
    print(error)
