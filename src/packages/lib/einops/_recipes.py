# What a pattern does to a tensor of some rank: reshape, permute, reduce, expand, reshape.

from functools import lru_cache

from ._patterns import ELLIPSIS, AnonymousAxis, EinopsError, Expression, name_fault

REDUCTIONS = ('min', 'max', 'sum', 'mean', 'prod', 'any', 'all')


class Recipe:
    # `lengths`: the length of each elementary axis of the left side and of new axes, None where the
    # shape or the call gives it; `groups`: for each dimension of the input its axes, as numbers.
    def __init__(self, left, right, axes, lengths, groups, named):
        self.lengths = lengths
        self.groups = groups
        self.named = named
        inputs = [axis for axis in left if axis in axes]
        kept = [axis for group in right for axis in group]
        place = {axis: i for i, axis in enumerate(inputs)}
        self.reduced = [axis for axis in inputs if axis not in kept]
        survivors = [axis for axis in kept if axis in place]
        order = [place[axis] for axis in survivors + self.reduced]
        self.permutation = order if order != sorted(order) else None
        if self.permutation is None:
            self.reduced_dims = tuple(place[axis] for axis in self.reduced)
        else:
            self.reduced_dims = tuple(range(len(survivors), len(order)))
        self.added = [(i, axes[axis]) for i, axis in enumerate(kept) if axis not in place]
        self.rank = len(kept)
        self.output = [[axes[axis] for axis in group] for group in right]
        self.split = any(len(group) != 1 for group in groups)
        self.join = any(len(group) != 1 for group in self.output)

    def apply(self, tensor, shape, reduction, given, backend):
        lengths = self._lengths(shape, given)
        if self.split:
            inner = [lengths[axis] for group in self.groups for axis in group]
            tensor = backend.reshape(tensor, inner)
        if self.permutation is not None:
            tensor = backend.permute(tensor, self.permutation)
        if self.reduced_dims:
            tensor = backend.reduce(tensor, reduction, self.reduced_dims)
        if self.added:
            tensor = backend.add_axes(
                tensor, self.rank, {place: lengths[axis] for place, axis in self.added}
            )
        if self.join:
            tensor = backend.reshape(tensor, [_product(lengths, group) for group in self.output])
        return tensor

    def _lengths(self, shape, given):
        lengths = list(self.lengths)
        for name, axis in self.named.items():
            lengths[axis] = given[name]
        for length, group in zip(shape, self.groups):
            unknown = None
            known = 1
            for axis in group:
                if lengths[axis] is None:
                    unknown = axis
                else:
                    known = known * lengths[axis]
            if unknown is None:
                if length != known:
                    raise EinopsError(f'Shape mismatch, {length} != {known}')
            elif len(group) == 1:
                lengths[unknown] = length
            elif length % known != 0:
                raise EinopsError(
                    f"Shape mismatch, can't divide axis of length {length} in chunks of {known}"
                )
            else:
                lengths[unknown] = length // known
        return lengths


def _product(lengths, axes):
    result = 1
    for axis in axes:
        result = result * lengths[axis]
    return result


@lru_cache(256)
def recipe(pattern, operation, names, ndim):
    left_text, right_text = pattern.split('->')
    left, right = Expression(left_text), Expression(right_text)
    _check_sides(pattern, operation, left, right, names)
    wide = None
    if left.has_ellipsis:
        others = len(left.composition) - 1
        if ndim < others:
            raise EinopsError(
                f'Wrong shape: expected >={others} dims. Received {ndim}-dim tensor.'
            )
        wide = [(ELLIPSIS, i) for i in range(ndim - others)]
    elif ndim != len(left.composition):
        raise EinopsError(
            f'Wrong shape: expected {len(left.composition)} dims. Received {ndim}-dim tensor.'
        )
    groups = _spread(left.composition, wide, False)
    return _recipe_of(groups, _spread(right.composition, wide, True), names)


def _spread(composition, wide, joined):
    # The ellipsis stands for dimensions of its own; on the right, in brackets, for one of them all.
    groups = []
    for group in composition:
        if group == ELLIPSIS:
            groups += [[axis] for axis in wide]
        else:
            groups.append(
                [each for axis in group for each in (wide if axis == ELLIPSIS else [axis])]
            )
    return groups


def _recipe_of(left, right, names):
    axes, lengths = {}, []
    for group in left + right:
        for axis in group:
            if axis not in axes:
                axes[axis] = len(lengths)
                lengths.append(axis.value if isinstance(axis, AnonymousAxis) else None)
    named = {}
    for name in names:
        if name_fault(name) is not None:
            raise EinopsError('Invalid name for an axis', name)
        if name not in axes:
            raise EinopsError(f'Axis {name} is not used in transform')
        named[name] = axes[name]
    for group in left:
        unknown = {
            axis for axis in group if lengths[axes[axis]] is None and axis not in named
        }
        if len(unknown) > 1:
            raise EinopsError(f'Could not infer sizes for {unknown}')
    groups = [[axes[axis] for axis in group] for group in left]
    return Recipe([axis for group in left for axis in group], right, axes, lengths, groups, named)


def _check_sides(pattern, operation, left, right, names):
    if not left.has_ellipsis and right.has_ellipsis:
        raise EinopsError(
            f'Ellipsis found in right side, but not left side of a pattern {pattern}'
        )
    if left.has_ellipsis and left.has_ellipsis_parenthesized:
        raise EinopsError(
            f'Ellipsis inside parenthesis in the left side is not allowed: {pattern}'
        )
    if operation == 'rearrange':
        if left.has_anonymous or right.has_anonymous:
            raise EinopsError(
                'Non-unitary anonymous axes are not supported in rearrange (exception is length 1)'
            )
        different = left.identifiers ^ right.identifiers
        if different:
            raise EinopsError(
                f'Identifiers only on one side of expression (should be on both): {different}'
            )
    elif operation == 'repeat':
        different = left.identifiers - right.identifiers
        if different:
            raise EinopsError(f'Unexpected identifiers on the left side of repeat: {different}')
        named = {axis for axis in right.identifiers if not isinstance(axis, AnonymousAxis)}
        without = named - {*left.identifiers, *names}
        if without:
            raise EinopsError(f'Specify sizes for new axes in repeat: {without}')
    elif operation in REDUCTIONS or callable(operation):
        different = right.identifiers - left.identifiers
        if different:
            raise EinopsError(
                f'Unexpected identifiers on the right side of reduce {operation}: {different}'
            )
    else:
        raise EinopsError(f'Unknown reduction {operation}. Expect one of {REDUCTIONS}.')
