"""https://docs.python.org/3.11/library/configparser.html"""

import os
from collections.abc import MutableMapping

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = f'Section {section!r} already exists'
        if source is not None:
            where = f'While reading from {source!r}'
            if lineno is not None:
                where += f' [line {lineno:2d}]'
            text = f'{where}: section {section!r} already exists'
        Error.__init__(self, text)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = f'Option {option!r} in section {section!r} already exists'
        if source is not None:
            where = f'While reading from {source!r}'
            if lineno is not None:
                where += f' [line {lineno:2d}]'
            text = f'{where}: option {option!r} in section {section!r} already exists'
        Error.__init__(self, text)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        text = (
            f'Bad value substitution: option {option!r} in section {section!r} contains '
            f'an interpolation key {reference!r} which is not a valid option name. '
            f'Raw value: {rawval!r}'
        )
        InterpolationError.__init__(self, option, section, text)
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        text = (
            f'Recursion limit exceeded in value substitution: option {option!r} in section '
            f'{section!r} contains an interpolation key which cannot be substituted in '
            f'{MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}'
        )
        InterpolationError.__init__(self, option, section, text)
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, f'Source contains parsing errors: {source!r}')
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line}'


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        text = f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}'
        Error.__init__(self, text)
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    """Values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s stands for another value of the section."""

    def before_get(self, parser, section, option, value, defaults):
        return self._filled(parser, option, value, section, defaults, 1)

    def before_set(self, parser, section, option, value):
        import re

        rest = re.sub(r'%\(([^)]+)\)s', '', value.replace('%%', ''))
        if '%' in rest:
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {rest.find("%")}')
        return value

    def _filled(self, parser, option, text, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        made = ''
        while '%' in text:
            before, _, text = text.partition('%')
            made += before
            if text[:1] == '%':
                made, text = made + '%', text[1:]
            elif text[:1] == '(':
                end = text.find(')s')
                if end < 0 or '(' in text[1:end]:
                    raise InterpolationSyntaxError(
                        option, section, f'bad interpolation variable reference {"%" + text!r}'
                    )
                name = parser.optionxform(text[1:end])
                if name not in values:
                    raise InterpolationMissingOptionError(option, section, raw, name) from None
                inner = values[name]
                if '%' in inner:
                    inner = self._filled(parser, option, inner, section, values, depth + 1)
                made, text = made + inner, text[end + 2 :]
            else:
                raise InterpolationSyntaxError(
                    option, section, f"'%' must be followed by '%' or '(', found: {'%' + text!r}"
                )
        return made + text


class ExtendedInterpolation(Interpolation):
    """${name} and ${section:name} stand for other values."""

    def before_get(self, parser, section, option, value, defaults):
        return self._filled(parser, option, value, section, defaults, 1)

    def before_set(self, parser, section, option, value):
        import re

        rest = re.sub(r'\$\{[^}]+\}', '', value.replace('$$', ''))
        if '$' in rest:
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {rest.find("$")}')
        return value

    def _filled(self, parser, option, text, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        made = ''
        while '$' in text:
            before, _, text = text.partition('$')
            made += before
            if text[:1] == '$':
                made, text = made + '$', text[1:]
                continue
            if text[:1] != '{':
                raise InterpolationSyntaxError(
                    option, section, f"'$' must be followed by '$' or '{{', found: {'$' + text!r}"
                )
            end = text.find('}')
            if end < 0:
                raise InterpolationSyntaxError(
                    option, section, f'bad interpolation variable reference {"$" + text!r}'
                )
            path = text[1:end].split(':')
            if len(path) > 2:
                raise InterpolationSyntaxError(
                    option, section, f"More than one ':' found: {'$' + text!r}"
                )
            try:
                where = path[0] if len(path) == 2 else section
                name = parser.optionxform(path[-1])
                inner = parser.get(where, name, raw=True) if len(path) == 2 else values[name]
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, ':'.join(path)) from None
            if '$' in inner:
                around = dict(parser.items(where, raw=True))
                inner = self._filled(parser, option, inner, where, around, depth + 1)
            made, text = made + inner, text[end + 1 :]
        return made + text


class RawConfigParser(MutableMapping):
    """Sections of options, from text of the form `name = value`."""

    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {
        '1': True, 'yes': True, 'true': True, 'on': True,
        '0': False, 'no': False, 'false': False, 'off': False,
    }

    def __init__(
        self,
        defaults=None,
        dict_type=dict,
        allow_no_value=False,
        *,
        delimiters=('=', ':'),
        comment_prefixes=('#', ';'),
        inline_comment_prefixes=None,
        strict=True,
        empty_lines_in_values=True,
        default_section=DEFAULTSECT,
        interpolation=_UNSET,
        converters=_UNSET,
    ):
        self._sections = {}
        self._defaults = {}
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        self._converters = {'int': int, 'float': float, 'boolean': self._convert_to_boolean}
        if converters is not _UNSET:
            self._converters.update(converters)
        for name in self._converters:
            if not hasattr(type(self), 'get' + name):
                setattr(self, 'get' + name, self._getter(name))
        if defaults:
            self.read_dict({default_section: defaults})

    def _getter(self, name):
        def get(section, option, *, raw=False, vars=None, fallback=_UNSET):
            return self._converted(section, name, option, raw, vars, fallback)

        return get

    def _converted(self, section, name, option, raw, vars, fallback):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return self._converters[name](value)

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list({**self._sections[section], **self._defaults})

    def optionxform(self, optionstr):
        return optionstr.lower()

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        found = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            found.append(os.fspath(name))
        return found

    def read_file(self, f, source=None):
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def read_string(self, string, source='<string>'):
        import io

        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        added = set()
        for section, options in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in options.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, None if value is None else str(value))

    def _read(self, lines, source):
        current = name = None
        section = None
        indent = 0
        seen = set()
        errors = None
        for number, line in enumerate(lines, 1):
            text = self._without_comment(line)
            if not text:
                keeps = self._empty_lines_in_values and line.strip() == ''
                if keeps and name and current.get(name) is not None:
                    current[name].append('')
                elif not self._empty_lines_in_values:
                    indent = 1 << 60
                continue
            depth = len(line) - len(line.lstrip())
            if current is not None and name and depth > indent:
                current[name].append(text)
                continue
            indent = depth
            if text[0] == '[' and ']' in text:
                section = text[1 : text.rindex(']')]
                name = None
                if section == self.default_section:
                    current = self._defaults
                else:
                    if section in self._sections:
                        if self._strict and section in seen:
                            raise DuplicateSectionError(section, source, number)
                    else:
                        self._sections[section] = {}
                    seen.add(section)
                    current = self._sections[section]
                continue
            if current is None:
                raise MissingSectionHeaderError(source, number, line)
            key, value = self._option(text)
            if key is None:
                errors = errors or ParsingError(source)
                errors.append(number, repr(line))
                continue
            name = self.optionxform(key.rstrip())
            if self._strict and (section, name) in seen:
                raise DuplicateOptionError(section, name, source, number)
            seen.add((section, name))
            current[name] = None if value is None else [value.strip()]
        self._join_lines()
        if errors:
            raise errors

    def _without_comment(self, line):
        text = line.strip()
        if text.startswith(self._comment_prefixes) and self._comment_prefixes:
            return ''
        ends = []
        for prefix in self._inline_comment_prefixes:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    ends.append(at)
                    break
                at = line.find(prefix, at + 1)
        return line[: min(ends)].strip() if ends else text

    def _option(self, text):
        places = [(text.find(mark), mark) for mark in self._delimiters if mark in text]
        if not places:
            return (text, None) if self._allow_no_value else (None, None)
        at, mark = min(places)
        return (text[:at] or None), text[at + len(mark) :]

    def _join_lines(self):
        for section, options in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    def _values(self, section, vars=None):
        if section in self._sections:
            own = self._sections[section]
        elif section == self.default_section:
            own = {}
        else:
            raise NoSectionError(section) from None
        more = {
            self.optionxform(key): None if value is None else str(value)
            for key, value in (vars or {}).items()
        }
        return {**self._defaults, **own, **more}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        values = self._values(section, vars)
        if raw:
            return list(values.items())
        fill = self._interpolation.before_get
        return [
            (name, None if values[name] is None else fill(self, section, name, values[name], values))
            for name in values
        ]

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            options = self._defaults
        elif section in self._sections:
            options = self._sections[section]
        else:
            raise NoSectionError(section) from None
        options[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        mark = self._delimiters[0]
        mark = f' {mark} ' if space_around_delimiters else mark
        sections = [(self.default_section, self._defaults)] if self._defaults else []
        for section, options in sections + list(self._sections.items()):
            fp.write(f'[{section}]\n')
            for name, value in options.items():
                value = self._interpolation.before_write(self, section, name, value)
                if value is not None or not self._allow_no_value:
                    value = mark + str(value).replace('\n', '\n\t')
                else:
                    value = ''
                fp.write(f'{name}{value}\n')
            fp.write('\n')

    def remove_option(self, section, option):
        if not section or section == self.default_section:
            options = self._defaults
        elif section in self._sections:
            options = self._sections[section]
        else:
            raise NoSectionError(section) from None
        option = self.optionxform(option)
        existed = option in options
        options.pop(option, None)
        return existed

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f'Not a boolean: {value}')
        return self.BOOLEAN_STATES[value.lower()]


class ConfigParser(RawConfigParser):
    """The same, with interpolation; values are text."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not self._allow_no_value or value:
            if not isinstance(value, str):
                raise TypeError('option values must be strings')
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        super().add_section(section)


class SectionProxy(MutableMapping):
    """One section as a mapping."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for each in parser._converters:
            setattr(self, 'get' + each, self._getter(each))

    def _getter(self, each):
        def get(option, fallback=None, *, raw=False, vars=None):
            get = getattr(self._parser, 'get' + each)
            return get(self._name, option, raw=raw, vars=vars, fallback=fallback)

        return get

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _names(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)
