# Patterns of einops: 'b (h w) ...' as a list of groups of axes.
# https://einops.rocks/1-einops-basics/

ELLIPSIS = '…'


class EinopsError(RuntimeError):
    pass


class AnonymousAxis:
    # An axis that is written as its length; each of them is an axis of its own.
    def __init__(self, value):
        self.value = int(value)
        if self.value < 1:
            raise EinopsError(f'Anonymous axis should have positive length, not {self.value}')

    def __repr__(self):
        return f'{self.value}-axis'


class Expression:
    # One side of a pattern. `composition` has a list of axes for each dimension, or ELLIPSIS.

    def __init__(self, text, allow_underscore=False, allow_duplicates=False):
        self.has_ellipsis = False
        self.has_ellipsis_parenthesized = False
        self.has_anonymous = False
        self.identifiers = set()
        self.composition = []
        if '.' in text:
            text = self._with_ellipsis(text)
        group = None
        for word in _words(text):
            if word == '(':
                if group is not None:
                    raise EinopsError(
                        'Axis composition is one-level (brackets inside brackets not allowed)'
                    )
                group = []
            elif word == ')':
                if group is None:
                    raise EinopsError('Brackets are not balanced')
                self.composition.append(group)
                group = None
            else:
                if word in self.identifiers and not (
                    allow_duplicates or (allow_underscore and word == '_')
                ):
                    raise EinopsError(f'Indexing expression contains duplicate dimension "{word}"')
                self._add(word, group, allow_underscore)
        if group is not None:
            raise EinopsError(f'Imbalanced parentheses in expression: "{text}"')

    def _with_ellipsis(self, text):
        if '...' not in text:
            raise EinopsError('Expression may contain dots only inside ellipsis (...)')
        if text.count('...') != 1 or text.count('.') != 3:
            raise EinopsError(
                'Expression may contain dots only inside ellipsis (...); only one ellipsis for tensor '
            )
        self.has_ellipsis = True
        return text.replace('...', ELLIPSIS)

    def _add(self, word, group, allow_underscore):
        if word == ELLIPSIS:
            self.identifiers.add(word)
            self.has_ellipsis_parenthesized = group is not None
            (self.composition if group is None else group).append(word)
            return
        if word.isdecimal():
            if int(word) == 1:
                # One element more or less: nothing inside of brackets, an empty group outside.
                if group is None:
                    self.composition.append([])
                return
            word = AnonymousAxis(word)
            self.has_anonymous = True
        else:
            reason = name_fault(word, allow_underscore)
            if reason is not None:
                raise EinopsError(f'Invalid axis identifier: {word}\n{reason}')
        self.identifiers.add(word)
        if group is None:
            self.composition.append([word])
        else:
            group.append(word)

    @property
    def has_composed_axes(self):
        return any(len(axes) > 1 for axes in self.composition if axes != ELLIPSIS)

    @property
    def flat(self):
        return [axis for group in self.composition for axis in group]


def name_fault(name, allow_underscore=False):
    # Why this is no name of an axis, or None.
    if not name.isidentifier():
        return 'not a valid python identifier'
    if name[0] == '_' or name[-1] == '_':
        if name == '_' and allow_underscore:
            return None
        return 'axis name should should not start or end with underscore'
    import keyword

    if keyword.iskeyword(name):
        _discourage(f'It is discouraged to use axes names that are keywords: {name}', RuntimeWarning)
    if name == 'axis':
        _discourage(
            "It is discouraged to use 'axis' as an axis name and will raise an error in future",
            FutureWarning,
        )
    return None


def _discourage(message, category):
    import warnings

    warnings.warn(message, category)


def _words(text):
    word = ''
    for char in text:
        if char in '() ':
            if word:
                yield word
            word = ''
            if char != ' ':
                yield char
        elif char.isalnum() or char in ('_', ELLIPSIS):
            word += char
        else:
            raise EinopsError(f"Unknown character '{char}'")
    if word:
        yield word
