"""except*: which clause takes which part, and what is raised in the end."""


def run(error, *behaviour):
    print('-', repr(error))
    try:
        try:
            raise error
        except* ValueError as group:
            print('  values', repr(group), group.__traceback__ is not None)
            if 'raise value' in behaviour:
                raise
        except* (TypeError, KeyError) as group:
            print('  types', repr(group))
            if 'raise new' in behaviour:
                raise RuntimeError('new')
            if 'raise from' in behaviour:
                raise RuntimeError('new') from group
        except* OSError:
            print('  os')
        else:
            print('  else')
        finally:
            print('  finally')
    except BaseException as left:
        print('  left', repr(left), repr(left.__context__), repr(left.__cause__))


run(ValueError(1))
run(IndexError(2))
run(ExceptionGroup('a', [ValueError(1)]))
run(ExceptionGroup('b', [ValueError(1), TypeError(2), OSError(3)]))
run(ExceptionGroup('c', [ValueError(1), IndexError(2), ExceptionGroup('n', [KeyError(3), IndexError(4)])]))
run(ExceptionGroup('d', [ValueError(1), TypeError(2)]), 'raise value')
run(ExceptionGroup('e', [ValueError(1), TypeError(2), IndexError(3)]), 'raise new')
run(ExceptionGroup('f', [ValueError(1), TypeError(2)]), 'raise value', 'raise from')
run(ValueError(5), 'raise value')
run(BaseExceptionGroup('g', [KeyboardInterrupt(), ValueError()]))

try:
    try:
        raise ExceptionGroup('x', [ValueError()])
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError
    except* 3:
        pass
except TypeError as error:
    print(error)
try:
    pass
except* ValueError:
    print('never')
else:
    print('nothing raised')


def name_is_gone():
    try:
        raise ExceptionGroup('x', [ValueError()])
    except* ValueError as gone:
        pass
    try:
        gone
    except UnboundLocalError as error:
        print(error)


name_is_gone()
try:
    for i in range(3):
        try:
            raise ExceptionGroup('loop', [ValueError(i)])
        except* ValueError as e:
            for j in range(5):
                if j == i:
                    break
            print(i, j)
finally:
    print('done')
