"""A break, continue or return in a finally block replaces the return or exception under way."""


def broken(flag):
    for outer in [0, 1]:
        for inner in [10, 20]:
            try:
                return outer + inner
            finally:
                if flag:
                    break
    return 'end', outer, inner


def continued(flag):
    total = 0
    while total < 30:
        total += 10
        try:
            return total
        finally:
            if flag:
                continue
    return 'end', total


def returned(kind):
    try:
        if kind == 'raise':
            raise ValueError(kind)
        return 'body'
    except ValueError:
        return 'handler'
    finally:
        if kind != 'kept':
            return 'finally'


def nested():
    for n in range(3):
        try:
            try:
                return 'inner', n
            finally:
                for m in 'ab':
                    try:
                        return 'value', m
                    finally:
                        if n < 2:
                            break
                if n == 0:
                    continue
        finally:
            print('outer finally', n)
    return 'never'


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print('exit', details[0])


def through_with():
    for n in [1, 2]:
        with Manager():
            try:
                with Manager():
                    return n
            finally:
                if n == 1:
                    continue


def swallowed():
    while True:
        try:
            1 / 0
        finally:
            break
    return 'no error'


def generator():
    for n in range(2):
        try:
            yield n
        finally:
            if n == 0:
                continue
            print('closed at', n)


print(broken(False), broken(True))
print(continued(False), continued(True))
print(returned('raise'), returned('plain'), returned('kept'))
print(nested())
print(through_with())
print(swallowed())
made = generator()
print(next(made), next(made))
made.close()
