# What the layers of every framework share: the pattern is read when the layer is made.

from einops._patterns import EinopsError, Expression
from einops._recipes import recipe


class PatternLayer:
    def _prepare(self, operation):
        names = tuple(self.axes_lengths)
        try:
            left = Expression(self.pattern.split('->')[0])
            rank = len(left.composition)
            ranks = range(rank - 1, rank + 8) if left.has_ellipsis else [rank]
            return {rank: recipe(self.pattern, operation, names, rank) for rank in ranks}
        except EinopsError as error:
            raise EinopsError(f' Error while preparing {self!r}\n {error}') from None


class RearrangeMixin(PatternLayer):
    def __init__(self, pattern, **axes_lengths):
        super().__init__()
        self.pattern = pattern
        self.axes_lengths = axes_lengths
        self._recipes = self._prepare('rearrange')

    def __repr__(self):
        return f'{type(self).__name__}({self.pattern!r}{_lengths(self.axes_lengths)})'


class ReduceMixin(PatternLayer):
    def __init__(self, pattern, reduction, **axes_lengths):
        super().__init__()
        self.pattern = pattern
        self.reduction = reduction
        self.axes_lengths = axes_lengths
        self._recipes = self._prepare(reduction)

    def __repr__(self):
        lengths = _lengths(self.axes_lengths)
        return f'{type(self).__name__}({self.pattern!r}, {self.reduction!r}{lengths})'


def _lengths(axes_lengths):
    return ''.join(f', {axis}={length}' for axis, length in axes_lengths.items())
