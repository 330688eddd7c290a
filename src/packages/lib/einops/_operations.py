# The functions of einops: https://einops.rocks/api/rearrange/ and the pages beside it

from ._backends import backend_of
from ._patterns import ELLIPSIS, AnonymousAxis, EinopsError, Expression, name_fault
from ._recipes import recipe


def reduce(tensor, pattern, reduction, **axes_lengths):
    shape = None
    try:
        if isinstance(tensor, list):
            if not tensor:
                raise TypeError("Rearrange/Reduce/Repeat can't be applied to an empty list")
            backend = backend_of(tensor[0])
            whole = backend.stack(tensor)
        else:
            backend = backend_of(tensor)
            whole = tensor
        shape = whole.shape
        steps = recipe(pattern, reduction, tuple(axes_lengths), len(shape))
        return steps.apply(whole, shape, reduction, axes_lengths, backend)
    except EinopsError as error:
        message = f' Error while processing {reduction}-reduction pattern "{pattern}".'
        if isinstance(tensor, list):
            message += '\n Input is list. '
        else:
            message += f'\n Input tensor shape: {shape}. '
        message += f'Additional info: {axes_lengths}.'
        raise EinopsError(message + f'\n {error}') from None


def rearrange(tensor, pattern, **axes_lengths):
    return reduce(tensor, pattern, 'rearrange', **axes_lengths)


def repeat(tensor, pattern, **axes_lengths):
    return reduce(tensor, pattern, 'repeat', **axes_lengths)


def asnumpy(tensor):
    return backend_of(tensor).to_numpy(tensor)


def parse_shape(x, pattern):
    expression = Expression(pattern, allow_underscore=True)
    shape = x.shape
    if expression.has_composed_axes:
        raise RuntimeError(f"Can't parse shape with composite axes: {pattern} {shape}")
    composition = expression.composition
    if expression.has_ellipsis:
        if len(shape) < len(composition) - 1:
            raise RuntimeError(
                f"Can't parse shape with this number of dimensions: {pattern} {shape}"
            )
        at = composition.index(ELLIPSIS)
        wide = [['_']] * (len(shape) - len(composition) + 1)
        composition = composition[:at] + wide + composition[at + 1 :]
    elif len(shape) != len(composition):
        raise RuntimeError(
            f"Can't parse shape with different number of dimensions: {pattern} {shape}"
        )
    result = {}
    for axes, length in zip(composition, shape):
        if not axes:
            if length != 1:
                raise RuntimeError(f'Length of axis is not 1: {pattern} {shape}')
        elif isinstance(axes[0], AnonymousAxis):
            if axes[0].value != length:
                raise RuntimeError(f'Length of anonymous axis does not match: {pattern} {shape}')
        elif axes[0] != '_':
            result[axes[0]] = length
    return result


def einsum(*tensors_and_pattern):
    if len(tensors_and_pattern) <= 1:
        raise ValueError(
            '`einops.einsum` takes at minimum two arguments: the tensors (at least one), '
            'followed by the pattern.'
        )
    *tensors, pattern = tensors_and_pattern
    if not isinstance(pattern, str):
        raise ValueError(
            'The last argument passed to `einops.einsum` must be a string, '
            'representing the einsum pattern.'
        )
    return backend_of(tensors[0]).einsum(_letters(pattern), *tensors)


def _letters(pattern):
    # The pattern with a letter for each name.
    if '->' not in pattern:
        raise ValueError("Einsum pattern must contain '->'.")
    lefts, right_text = pattern.split('->')
    lefts = [
        Expression(left, allow_underscore=True, allow_duplicates=True) for left in lefts.split(',')
    ]
    right = Expression(right_text, allow_underscore=True)
    for side in [*lefts, right]:
        for group in side.composition:
            _check_einsum_axis(group)
    letters = iter('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
    names = {ELLIPSIS: '...'}
    sides = []
    for left in lefts:
        for name in left.flat:
            if name not in names:
                letter = next(letters, None)
                if letter is None:
                    raise RuntimeError('Too many axes in einsum.')
                names[name] = letter
        sides.append(''.join(names[name] for name in left.flat))
    for name in right.flat:
        if name not in names:
            raise EinopsError(f'Unknown axis {name} on right side of einsum {pattern}.')
    return ','.join(sides) + '->' + ''.join(names[name] for name in right.flat)


def _check_einsum_axis(group):
    if len(group) == 0:
        raise NotImplementedError('Singleton () axes are not yet supported in einsum.')
    if len(group) > 1:
        raise NotImplementedError('Shape rearrangement is not yet supported in einsum.')
    if isinstance(group[0], AnonymousAxis):
        raise NotImplementedError('Anonymous axes are not yet supported in einsum.')


def pack(tensors, pattern):
    before, after = _packed_places(pattern, 'pack')
    backend = backend_of(tensors[0])
    parts, shapes = [], []
    for i, tensor in enumerate(tensors):
        shape = tensor.shape
        if len(shape) < before + after:
            raise EinopsError(
                f'packed tensor #{i} (enumeration starts with 0) has shape {shape}, '
                f'while pattern {pattern} assumes at least {before + after} axes'
            )
        end = len(shape) - after
        shapes.append(shape[before:end])
        parts.append(backend.reshape(tensor, (*shape[:before], -1, *shape[end:])))
    return backend.concat(parts, axis=before), shapes


def unpack(tensor, packed_shapes, pattern):
    before, after = _packed_places(pattern, 'unpack')
    backend = backend_of(tensor)
    shape = tensor.shape
    if len(shape) != before + 1 + after:
        raise EinopsError(
            f'unpack(..., {pattern}) received input of wrong dim with shape {shape}'
        )
    lengths = [-1 if -1 in each else _product(each) for each in packed_shapes]
    if lengths.count(-1) > 1:
        raise EinopsError(
            f'unpack(..., {pattern}) received more than one -1 in {packed_shapes} '
            "and can't infer dimensions"
        )
    starts = _starts(lengths, shape[before])
    every = (slice(None),) * before
    try:
        return [
            backend.reshape(
                tensor[(*every, slice(starts[i], starts[i + 1]))],
                (*shape[:before], *each, *shape[before + 1 :]),
            )
            for i, each in enumerate(packed_shapes)
        ]
    except Exception as error:
        raise RuntimeError(
            f'Error during unpack(..., "{pattern}"): could not split axis of size {starts[-1]}'
            f' into requested {packed_shapes}'
        ) from error


def _starts(lengths, whole):
    # Where the parts begin, and the end. What stands after a -1 is counted from the end.
    unknown = lengths.index(-1) if -1 in lengths else len(lengths)
    starts = [0] * (unknown + 1) + [whole] * (len(lengths) - unknown)
    for i in range(unknown):
        starts[i + 1] = starts[i] + lengths[i]
    if unknown == len(lengths):
        # Surplus would go to the last part, whose reshape then refuses it.
        starts[-1] = whole
    for i in reversed(range(unknown + 1, len(lengths))):
        starts[i] = starts[i + 1] - lengths[i]
    return starts


def _product(shape):
    result = 1
    for length in shape:
        result = result * length
    return result


def _packed_places(pattern, operation):
    # How many axes stand before the * and after it.
    axes = pattern.split()
    if len(axes) != len(set(axes)):
        raise EinopsError(f'Duplicates in axes names in {operation}(..., "{pattern}")')
    if '*' not in axes:
        raise EinopsError(f'No *-axis in {operation}(..., "{pattern}")')
    for axis in axes:
        if axis != '*' and name_fault(axis) is not None:
            raise EinopsError(f'Invalid axis name {axis} in {operation}(..., "{pattern}")')
    before = axes.index('*')
    return before, len(axes) - before - 1
