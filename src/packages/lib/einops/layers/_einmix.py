# EinMix: a linear layer whose weight is named axis by axis. https://einops.rocks/3-einmix-layer/

from einops._patterns import ELLIPSIS, EinopsError, Expression


class _EinmixMixin:
    def __init__(self, pattern, weight_shape, bias_shape=None, **axes_lengths):
        super().__init__()
        self.pattern = pattern
        self.weight_shape = weight_shape
        self.bias_shape = bias_shape
        self.axes_lengths = axes_lengths
        self.initialize_einmix(pattern, weight_shape, bias_shape, axes_lengths)

    def initialize_einmix(self, pattern, weight_shape, bias_shape, axes_lengths):
        left_text, right_text = pattern.split('->')
        left, right = Expression(left_text), Expression(right_text)
        weight = Expression(weight_shape)
        _check(pattern, weight_shape, left, right, weight, axes_lengths)
        before, before_lengths = _flattening(left_text, left, axes_lengths, True)
        after, after_lengths = _flattening(right_text, right, axes_lengths, False)
        self._create_rearrange_layers(before, before_lengths, after, after_lengths)
        sizes = [axes_lengths[axis] for (axis,) in weight.composition]
        # So many inputs come together in one output.
        fan_in = 1
        for (axis,) in weight.composition:
            if axis not in right.identifiers:
                fan_in *= axes_lengths[axis]
        bias_sizes = None
        if bias_shape is not None:
            bias_sizes = _bias_sizes(bias_shape, right, axes_lengths)
        self._create_parameters(sizes, (3 / fan_in) ** 0.5, bias_sizes, (1 / fan_in) ** 0.5)
        self.einsum_pattern = _letters(left, weight, right)

    def __repr__(self):
        params = f'{self.pattern!r}, {self.weight_shape!r}'
        if self.bias_shape is not None:
            params += f', {self.bias_shape!r}'
        for axis, length in self.axes_lengths.items():
            params += f', {axis}={length}'
        return f'{type(self).__name__}({params})'


def _check(pattern, weight_shape, left, right, weight, axes_lengths):
    _report(
        right.identifiers - {*left.identifiers, *weight.identifiers},
        'Unrecognized identifiers on the right side of EinMix {}',
    )
    if weight.has_ellipsis:
        raise EinopsError('Ellipsis is not supported in weight, as its shape should be fully specified')
    if left.has_ellipsis or right.has_ellipsis:
        if not (left.has_ellipsis and right.has_ellipsis):
            raise EinopsError(f'Ellipsis in EinMix should be on both sides, {pattern}')
        if left.has_ellipsis_parenthesized:
            raise EinopsError(f"Ellipsis on left side can't be in parenthesis, got {pattern}")
    if any(side.has_anonymous for side in (left, right, weight)):
        raise EinopsError('Anonymous axes (numbers) are not allowed in EinMix')
    if '(' in weight_shape or ')' in weight_shape:
        raise EinopsError(f'Parenthesis is not allowed in weight shape: {weight_shape}')
    for (axis,) in weight.composition:
        if axis not in axes_lengths:
            raise EinopsError(f'Dimension {axis} of weight should be specified')
    _report(
        set(axes_lengths) - {*left.identifiers, *weight.identifiers},
        'Axes {} are not used in pattern',
    )
    _report(
        weight.identifiers - {*left.identifiers, *right.identifiers},
        'Weight axes {} are redundant',
    )
    if not weight.identifiers:
        import warnings

        warnings.warn(
            'EinMix: weight has no dimensions (means multiplication by a number)', stacklevel=4
        )


def _report(axes, message):
    if axes:
        raise EinopsError(message.format(axes))


def _flattening(text, side, axes_lengths, is_input):
    # The pattern that takes brackets apart before, or puts them together after; None for none.
    if all(group == ELLIPSIS or len(group) == 1 for group in side.composition):
        return None, None
    names = ' '.join('...' if axis == ELLIPSIS else axis for axis in side.flat)
    if not is_input:
        names, text = text, names
    lengths = {name: n for name, n in axes_lengths.items() if name in side.identifiers}
    return f'{text}->{names}', lengths


def _bias_sizes(bias_shape, right, axes_lengths):
    if not isinstance(bias_shape, str):
        raise EinopsError('bias shape should be string specifying which axes bias depends on')
    bias = Expression(bias_shape)
    _report(bias.identifiers - right.identifiers, 'Bias axes {} not present in output')
    _report(bias.identifiers - set(axes_lengths), 'Sizes not provided for bias axes {}')
    sizes = []
    for axis in right.flat:
        if axis == ELLIPSIS:
            if any(size != 1 for size in sizes):
                raise EinopsError('all bias dimensions should go after ellipsis in the output')
            sizes = []
        else:
            sizes.append(axes_lengths[axis] if axis in bias.identifiers else 1)
    return sizes


def _letters(left, weight, right):
    letters = iter('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
    names = {ELLIPSIS: '...'}
    for axis in left.flat + weight.flat + right.flat:
        if axis not in names:
            names[axis] = next(letters)
    a, b, c = (''.join(names[axis] for axis in side.flat) for side in (left, weight, right))
    return f'{a},{b}->{c}'
