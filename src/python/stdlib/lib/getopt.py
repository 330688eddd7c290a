"""https://docs.python.org/3.11/library/getopt.html"""


class GetoptError(Exception):
    opt = msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    return _read(list(args), shortopts, longopts, stop=True)


def gnu_getopt(args, shortopts, longopts=[]):
    import os

    plus = shortopts.startswith('+')
    stop = plus or bool(os.environ.get('POSIXLY_CORRECT'))
    return _read(list(args), shortopts[1:] if plus else shortopts, longopts, stop)


def _read(args, short, long, stop):
    long = [long] if isinstance(long, str) else list(long)
    found, others = [], []
    while args:
        word = args[0]
        if word == '--':
            return found, others + args[1:]
        if word.startswith('--'):
            args = _long(found, word[2:], long, args[1:])
        elif word.startswith('-') and word != '-':
            args = _short(found, word[1:], short, args[1:])
        elif stop:
            break
        else:
            others.append(word)
            args = args[1:]
    return found, others + args


def _long(found, word, long, rest):
    name, equals, value = word.partition('=')
    matching = [each for each in long if each.startswith(name)]
    if not matching:
        raise GetoptError(f'option --{name} not recognized', name)
    if name in matching:
        takes = False
    elif name + '=' in matching:
        takes = True
    elif len(matching) > 1:
        raise GetoptError(f'option --{name} not a unique prefix', name)
    else:
        takes = matching[0].endswith('=')
        name = matching[0].removesuffix('=')
    if takes and not equals:
        if not rest:
            raise GetoptError(f'option --{name} requires argument', name)
        value, rest = rest[0], rest[1:]
    elif equals and not takes:
        raise GetoptError(f'option --{name} must not have an argument', name)
    found.append(('--' + name, value))
    return rest


def _short(found, letters, short, rest):
    while letters:
        letter, letters = letters[0], letters[1:]
        at = short.find(letter)
        if at < 0 or letter == ':':
            raise GetoptError(f'option -{letter} not recognized', letter)
        value = ''
        if short[at + 1 : at + 2] == ':':
            if not letters:
                if not rest:
                    raise GetoptError(f'option -{letter} requires argument', letter)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ''
        found.append(('-' + letter, value))
    return rest
