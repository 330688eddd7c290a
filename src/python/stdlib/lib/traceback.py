# https://docs.python.org/3.11/library/traceback.html
#
# Three layers: what a call was (FrameSummary, StackSummary), what an exception was with all that it
# came from (TracebackException), and functions that say it in one call.

import sys

import _sources
import linecache

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'
_REPEATED_MAX = 3
_missing = object()


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    return StackSummary._from_frames(_walk_tb_with_positions(tb), limit=limit)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    value, tb = _value_and_traceback(exc, value, tb)
    made = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(made.format(chain=chain))


def format_exception_only(exc, /, value=_missing):
    if value is _missing:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    kind, value, tb = sys.exc_info()
    print_exception(kind, value, tb, limit, file, chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f or sys._getframe(1), limit=limit), file=file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f or sys._getframe(1), limit=limit))


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(walk_stack(f or sys._getframe(1)), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1).f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_tb_with_positions(tb):
    while tb is not None:
        yield tb.tb_frame, _sources.positions(tb)
        tb = tb.tb_next


def _value_and_traceback(exc, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _missing:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def _print(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end='')


class FrameSummary:
    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line
        if lookup_line:
            self.line
        self.locals = {k: _safe(v, 'local', repr) for k, v in locals.items()} if locals else None

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (tuple(self), self.locals) == (tuple(other), other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        with_positions = ((f, (lineno, None, None, None)) for f, lineno in frame_gen)
        return klass._from_frames(
            with_positions, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _from_frames(klass, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        frames = list(frames)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        result = klass()
        for f, (lineno, end_lineno, colno, end_colno) in frames:
            linecache.lazycache(f.f_code.co_filename, f.f_globals)
            result.append(FrameSummary(
                f.f_code.co_filename, lineno, f.f_code.co_name, lookup_line=False,
                locals=f.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        if lookup_lines:
            for frame in result:
                frame.line
        return result

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        s = frame_summary
        filename = '<stdin>' if s.filename.startswith('<stdin>') else s.filename
        lines = [f'  File "{filename}", line {s.lineno}, in {s.name}\n']
        if s.line:
            lines.append(f'    {s.line}\n')
            markers = self._markers(s)
            if markers:
                lines.append(f'    {markers}\n')
        for name, value in sorted((s.locals or {}).items()):
            lines.append(f'    {name} = {value}\n')
        return ''.join(lines)

    def _markers(self, s):
        if s.colno is None or s.end_colno is None:
            return None
        line = s._original_line.rstrip('\n')
        return _sources.markers(line, s.colno, s.end_colno, s.lineno != s.end_lineno)

    def format(self):
        lines, last, count = [], None, 0
        for summary in self:
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            place = summary.filename, summary.lineno, summary.name
            if place != last:
                lines.extend(_repetition(count))
                last, count = place, 0
            count += 1
            if count <= _REPEATED_MAX:
                lines.append(text)
        return lines + _repetition(count)


def _repetition(count):
    more = count - _REPEATED_MAX
    if more <= 0:
        return []
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"]


def _safe(value, what, func=str):
    try:
        return func(value)
    except:
        return f'<{what} {func.__name__}() failed>'


def _final_line(name, value):
    text = _safe(value, 'exception')
    return f'{name}\n' if value is None or not text else f'{name}: {text}\n'


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 _seen=None):
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth)
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._from_frames(
            _walk_tb_with_positions(exc_traceback),
            limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _safe(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self._take_place(exc_value)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is None:
            # One after the other, as a chain may be longer than calls may be deep.
            left = [(self, exc_value)]
            while left:
                summary, error = left.pop()
                if error is not None:
                    left += summary._take_related(error, compact, seen, options)

    def _take_related(self, error, compact, seen, options):
        found = []

        def summary(other):
            made = TracebackException(
                type(other), other, other.__traceback__, _seen=seen, **options)
            found.append((made, other))
            return made

        cause, context = error.__cause__, error.__context__
        if cause is not None and id(cause) not in seen:
            self.__cause__ = summary(cause)
        wanted = not compact or cause is None and not error.__suppress_context__
        if wanted and context is not None and id(context) not in seen:
            self.__context__ = summary(context)
        if isinstance(error, BaseExceptionGroup):
            self.exceptions = [summary(member) for member in error.exceptions]
        return found

    def _take_place(self, error):
        self.filename = error.filename
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.end_lineno = None if error.end_lineno is None else str(error.end_lineno)
        self.text = error.text
        self.offset = error.offset
        self.end_offset = error.end_offset
        self.msg = error.msg

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None:
            yield _final_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ('__main__', 'builtins'):
            name = f"{module if isinstance(module, str) else '<unknown>'}.{name}"
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _final_line(name, self._str)
        yield from self._format_notes()

    def _format_notes(self):
        notes = self.__notes__
        if notes is None:
            return
        from collections.abc import Sequence
        if isinstance(notes, Sequence) and not isinstance(notes, (str, bytes)):
            for note in notes:
                yield from (f'{line}\n' for line in _safe(note, 'note').split('\n'))
        else:
            yield f"{_safe(notes, '__notes__', func=repr)}\n"

    def _format_syntax_error(self, name):
        suffix = ''
        if self.lineno is not None:
            yield f"  File \"{self.filename or '<string>'}\", line {self.lineno}\n"
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if self.text is not None:
            line = self.text.rstrip('\n')
            shown = line.lstrip(' \n\f')
            yield f'    {shown}\n'
            if self.offset is not None:
                yield from self._format_markers(line, shown)
        yield f"{name}: {self.msg or '<no detail available>'}{suffix}\n"

    def _format_markers(self, line, shown):
        offset, end = self.offset, self.end_offset
        if end in (None, 0):
            end = offset
        if offset == end or end == -1:
            end = offset + 1
        start = offset - 1 - (len(line) - len(shown))
        stop = end - 1 - (len(line) - len(shown))
        if start >= 0:
            blanks = ''.join(c if c.isspace() else ' ' for c in shown[:start])
            yield f"    {blanks}{'^' * (stop - start)}\n"

    def format(self, *, chain=True, _margin=None):
        margin = _Margin() if _margin is None else _margin
        chained, exc = [], self
        while chain and exc is not None:
            if exc.__cause__ is not None:
                chained.append((exc, _CAUSE))
                exc = exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                chained.append((exc, _CONTEXT))
                exc = exc.__context__
            else:
                break
        chained.append((exc, None))
        for position, (exc, _) in enumerate(reversed(chained)):
            if position:
                yield from margin.put(chained[len(chained) - position - 1][1])
            if exc.exceptions is None:
                yield from exc._format_plain(margin)
            else:
                yield from exc._format_group(margin)

    def _format_plain(self, margin):
        if self.stack:
            yield from margin.put('Traceback (most recent call last):\n')
            yield from margin.put(self.stack.format())
        yield from margin.put(self.format_exception_only())

    def _format_group(self, margin):
        if margin.depth > self.max_group_depth:
            yield from margin.put(f'... (max_group_depth is {self.max_group_depth})\n')
            return
        outermost = margin.depth == 0
        if outermost:
            margin.depth += 1
        if self.stack:
            head = 'Exception Group Traceback (most recent call last):\n'
            yield from margin.put(head, '+' if outermost else None)
            yield from margin.put(self.stack.format())
        yield from margin.put(self.format_exception_only())
        yield from self._format_members(margin)
        if outermost:
            margin.depth = 0

    def _format_members(self, margin):
        count = len(self.exceptions)
        shown = count if count <= self.max_group_width else self.max_group_width + 1
        margin.needs_close = False
        for i in range(shown):
            last = i == shown - 1
            if last:
                # A group within the last member closes this one's frame too.
                margin.needs_close = True
            more = i >= self.max_group_width
            title = '...' if more else i + 1
            start = '+-' if i == 0 else '  '
            yield f'{margin.indent()}{start}+---------------- {title} ----------------\n'
            margin.depth += 1
            if more:
                left = count - self.max_group_width
                yield from margin.put(f"and {left} more exception{'s' if left > 1 else ''}\n")
            else:
                yield from self.exceptions[i].format(_margin=margin)
            if last and margin.needs_close:
                yield f'{margin.indent()}+------------------------------------\n'
                margin.needs_close = False
            margin.depth -= 1

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)


class _Margin:
    """What stands before each line inside of exception groups."""

    def __init__(self):
        self.depth = 0
        self.needs_close = False

    def indent(self):
        return ' ' * (2 * self.depth)

    def put(self, text, sign=None):
        before = f"{self.indent()}{sign or '|'} " if self.depth else ''
        for part in [text] if isinstance(text, str) else text:
            if before:
                part = ''.join(before + line for line in part.splitlines(keepends=True))
            yield part
