"""Reading and writing rows: https://docs.python.org/3.11/library/csv.html#csv-fmt-params"""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

__all__ = ['Dialect', 'Error', 'QUOTE_ALL', 'QUOTE_MINIMAL', 'QUOTE_NONE', 'QUOTE_NONNUMERIC',
           'field_size_limit', 'get_dialect', 'list_dialects', 'reader', 'register_dialect',
           'unregister_dialect', 'writer']


class Error(Exception):
    pass


_PARAMETERS = {'delimiter': ',', 'doublequote': True, 'escapechar': None,
               'lineterminator': '\r\n', 'quotechar': '"', 'quoting': QUOTE_MINIMAL,
               'skipinitialspace': False, 'strict': False}
_dialects = {}
_limit = 131072


class Dialect:
    __slots__ = ('_given',)

    def __new__(cls, dialect=None, **given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in given:
            if name not in _PARAMETERS:
                raise TypeError(f'{name!r} is an invalid keyword argument for this function')
        if type(dialect) is Dialect and not given:
            return dialect
        values = {}
        for name, default in _PARAMETERS.items():
            if name in given:
                values[name] = given[name]
            else:
                values[name] = default if dialect is None else getattr(dialect, name, default)
        if values['quotechar'] is None and not (
                'quoting' in given or hasattr(dialect, 'quoting')):
            values['quoting'] = QUOTE_NONE
        _check(values)
        self = object.__new__(cls)
        object.__setattr__(self, '_given', values)
        return self

    def __setattr__(self, name, value):
        if name in _PARAMETERS:
            raise AttributeError(f"attribute {name!r} of '_csv.Dialect' objects is not writable")
        raise AttributeError(f"'_csv.Dialect' object has no attribute {name!r}")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


def _parameter(name):
    return property(lambda self: self._given[name])


for _name in _PARAMETERS:
    setattr(Dialect, _name, _parameter(_name))
del _name


def _check(values):
    for name in ('delimiter', 'escapechar', 'quotechar'):
        _check_character(name, values[name], name != 'delimiter')
    for name in ('doublequote', 'skipinitialspace', 'strict'):
        values[name] = bool(values[name])
    quoting = values['quoting']
    if type(quoting) is not int:
        raise TypeError('"quoting" must be an integer')
    if abs(quoting) > 0x7fffffff:
        raise OverflowError('Python int too large to convert to C int')
    if not 0 <= quoting <= 3:
        raise TypeError('bad "quoting" value')
    terminator = values['lineterminator']
    if terminator is None:
        raise TypeError('lineterminator must be set')
    if not isinstance(terminator, str):
        raise TypeError('"lineterminator" must be a string')
    if quoting != QUOTE_NONE and values['quotechar'] is None:
        raise TypeError('quotechar must be set if quoting enabled')


def _check_character(name, value, optional):
    if optional and value is None:
        return
    if not isinstance(value, str):
        wanted = 'string or None' if optional else 'string'
        raise TypeError(f'"{name}" must be {wanted}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')


def register_dialect(*args, **given):
    if not args:
        raise TypeError(' expected at least 1 argument, got 0')
    name, *dialect = args
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = Dialect(*dialect, **given)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    global _limit
    before = _limit
    if limit:
        if type(limit[0]) is not int:
            raise TypeError('limit must be an integer')
        _limit = limit[0]
    return before


class reader:
    """Rows of the lines that an iterable gives."""

    __slots__ = ('dialect', 'line_num', '_lines')

    def __init__(self, *args, **given):
        if not args:
            raise TypeError(' expected at least 1 argument, got 0')
        iterable, *dialect = args
        self._lines = iter(iterable)
        self.dialect = Dialect(*dialect, **given)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        row = _Row(self.dialect)
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not row.started():
                    raise
                if self.dialect.strict:
                    raise Error('unexpected end of data') from None
                row.save()
                return row.fields
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            if row.read(line):
                return row.fields


class _Row:
    """The fields of a row, and what state its reading is in."""

    def __init__(self, dialect):
        self.given = given = dialect._given
        self.fields = []
        self.text = []
        self.numeric = False
        self.state = 'record'
        self.escape = given['escapechar']
        self.delimiter = given['delimiter']
        self.quote = None if given['quoting'] == QUOTE_NONE else given['quotechar']

    def started(self):
        return self.text or self.state == 'quoted'

    def read(self, line):
        """Reads one line; whether the row is complete then."""
        given = self.given
        if self.state == 'record' and given['quoting'] != QUOTE_NONNUMERIC and (
                not given['skipinitialspace'] and len(line) <= _limit):
            body = line
            if body.endswith('\n'):
                body = body[:-1]
            if body.endswith('\r'):
                body = body[:-1]
            if not (self.quote and self.quote in body or self.escape and self.escape in body
                    or '\n' in body or '\r' in body or self.delimiter in '\r\n'):
                if body:
                    self.fields = body.split(self.delimiter)
                return True
        for char in line:
            self.process(char)
        self.process('')
        return self.state == 'record'

    def save(self):
        text = ''.join(self.text)
        self.text = []
        if self.numeric:
            self.numeric = False
            text = float(text)
        self.fields.append(text)

    def add(self, char):
        if len(self.text) >= _limit:
            raise Error(f'field larger than field limit ({_limit})')
        self.text.append(char)

    def end(self, char):
        self.save()
        self.state = 'newline' if char else 'record'

    def process(self, char):
        """One character; '' stands for the end of a line that the iterable gave."""
        getattr(self, '_in_' + self.state)(char)

    def _in_record(self, char):
        if char == '':
            return
        if char in '\r\n':
            self.state = 'newline'
        else:
            self._in_start(char)

    def _in_start(self, char):
        if char in '\r\n':
            self.end(char)
        elif char == self.quote:
            self.state = 'quoted'
        elif char == self.escape:
            self.state = 'escaped'
        elif char == ' ' and self.given['skipinitialspace']:
            self.state = 'start'
        elif char == self.delimiter:
            self.save()
            self.state = 'start'
        else:
            self.numeric = self.given['quoting'] == QUOTE_NONNUMERIC
            self.add(char)
            self.state = 'field'

    def _in_escaped(self, char):
        self.add(char or '\n')
        self.state = 'escaped_newline' if char and char in '\r\n' else 'field'

    def _in_escaped_newline(self, char):
        if char:
            self.state = 'field'
            self._in_field(char)

    def _in_field(self, char):
        if char in '\r\n':
            self.end(char)
        elif char == self.escape:
            self.state = 'escaped'
        elif char == self.delimiter:
            self.save()
            self.state = 'start'
        else:
            self.add(char)

    def _in_quoted(self, char):
        if char == '':
            return
        if char == self.escape:
            self.state = 'quoted_escaped'
        elif char == self.quote:
            self.state = 'quoted_quote' if self.given['doublequote'] else 'field'
        else:
            self.add(char)

    def _in_quoted_escaped(self, char):
        self.add(char or '\n')
        self.state = 'quoted'

    def _in_quoted_quote(self, char):
        if char in '\r\n':
            self.end(char)
        elif char == self.quote:
            self.add(char)
            self.state = 'quoted'
        elif char == self.delimiter:
            self.save()
            self.state = 'start'
        elif self.given['strict']:
            raise Error(f"'{self.delimiter}' expected after '{self.quote}'")
        else:
            self.add(char)
            self.state = 'field'

    def _in_newline(self, char):
        if char == '':
            self.state = 'record'
        elif char not in '\r\n':
            raise Error('new-line character seen in unquoted field - do you need to open the '
                        'file in universal-newline mode?')


class writer:
    """Writes rows to what has a `write` method."""

    __slots__ = ('dialect', '_write')

    def __init__(self, *args, **given):
        if not args:
            raise TypeError(' expected at least 1 argument, got 0')
        fileobj, *dialect = args
        self._write = getattr(fileobj, 'write', None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = Dialect(*dialect, **given)

    def writerow(self, row, /):
        given = self.dialect._given
        try:
            values = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        fields = [_written(value, given) for value in values]
        if fields == ['']:
            if given['quoting'] == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            fields = [given['quotechar'] * 2]
        return self._write(given['delimiter'].join(fields) + given['lineterminator'])

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def _written(value, given):
    quoting = given['quoting']
    quoted = quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not _is_number(value)
    text = '' if value is None else str(value)
    quote, escape = given['quotechar'], given['escapechar']
    special = {given['delimiter'], quote, escape, *given['lineterminator']}
    if not special.isdisjoint(text):
        parts = []
        for char in text:
            if char in special:
                escaped = False
                if quoting == QUOTE_NONE:
                    escaped = True
                elif char == quote:
                    if given['doublequote']:
                        parts.append(quote)
                    else:
                        escaped = True
                elif char == escape:
                    escaped = True
                if escaped:
                    if not escape:
                        raise Error('need to escape, but no escapechar set')
                    parts.append(escape)
                else:
                    quoted = True
            parts.append(char)
        text = ''.join(parts)
    return quote + text + quote if quoted else text


def _is_number(value):
    kind = type(value)
    return hasattr(kind, '__index__') or hasattr(kind, '__float__') or isinstance(value, complex)
