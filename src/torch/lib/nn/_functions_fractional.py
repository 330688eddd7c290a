# Pooling over regions whose places are drawn:
# https://pytorch.org/docs/stable/generated/torch.nn.functional.fractional_max_pool2d.html

import torch


def _each(value, rank):
    return (value,) * rank if isinstance(value, int) else tuple(value)


def _starts(sample, size, count, window):
    """Where the regions of each plane begin: `count` of them, the last at the end."""
    last = torch.full_like(sample, size - window).long().unsqueeze(-1)
    if count <= 1:
        return last[..., :count]
    step = torch.tensor((size - window) / (count - 1), dtype=sample.dtype)
    places = torch.arange(count - 1, dtype=sample.dtype)
    first = ((places + sample.unsqueeze(-1)) * step).long() - (sample * step).long().unsqueeze(-1)
    return torch.cat([first, last], -1)


def _pooled(name, rank, input, kernel_size, output_size, output_ratio, samples):
    if output_size is None and output_ratio is None:
        raise ValueError(f'{name} requires specifying either an output_size or an output_ratio')
    kernel = _each(kernel_size, rank)
    sizes = input.shape[-rank:]
    if output_size is None:
        ratio = (output_ratio,) * rank if isinstance(output_ratio, float) else tuple(output_ratio)
        output_size = tuple(int(n * r) for n, r in zip(sizes, ratio))
    output = _each(output_size, rank)
    single = input.dim() == rank + 1
    planes = input.unsqueeze(0) if single else input
    if samples is None:
        samples = torch.rand(*planes.shape[:2], rank, dtype=input.dtype)
    for letter, n, o, k in zip('THW'[3 - rank:], sizes, output, kernel):
        if o + k - 1 > n:
            axis = {'T': 'time', 'H': 'height', 'W': 'width'}[letter]
            raise RuntimeError(
                f'{name}(): pool {axis} {k} too large relative to input {axis} {n}'
            )
    # Two dimensions are drawn from the last one on, three from the first.
    order = (1, 0) if rank == 2 else (0, 1, 2)
    flat = torch.zeros((), dtype=torch.long)
    taken = planes
    for d in range(rank):
        starts = _starts(samples[..., order[d]], sizes[d], output[d], kernel[d])
        index = (starts.unsqueeze(-1) + torch.arange(kernel[d])).flatten(2)
        spread = [1] * rank
        spread[d] = -1
        index = index.view(*planes.shape[:2], *spread)
        taken = taken.gather(d + 2, index.expand(*taken.shape[: d + 2], -1, *taken.shape[d + 3:]))
        flat = flat * sizes[d] + index
    flat = flat.expand_as(taken)
    split = [n for o, k in zip(output, kernel) for n in (o, k)]
    outer = [2 + 2 * d for d in range(rank)]
    inner = [3 + 2 * d for d in range(rank)]

    def regions(t):
        return t.reshape(*t.shape[:2], *split).permute(0, 1, *outer, *inner).flatten(rank + 2)

    values, best = regions(taken).max(-1)
    indices = regions(flat).gather(-1, best.unsqueeze(-1)).squeeze(-1)
    return (values[0], indices[0]) if single else (values, indices)


def fractional_max_pool2d_with_indices(input, kernel_size, output_size=None, output_ratio=None,
                                       return_indices=False, _random_samples=None):
    return _pooled('fractional_max_pool2d', 2, input, kernel_size, output_size, output_ratio,
                   _random_samples)


def fractional_max_pool2d(input, kernel_size, output_size=None, output_ratio=None,
                          return_indices=False, _random_samples=None):
    both = fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio,
                                              return_indices, _random_samples)
    return both if return_indices else both[0]


def fractional_max_pool3d_with_indices(input, kernel_size, output_size=None, output_ratio=None,
                                       return_indices=False, _random_samples=None):
    return _pooled('fractional_max_pool3d', 3, input, kernel_size, output_size, output_ratio,
                   _random_samples)


def fractional_max_pool3d(input, kernel_size, output_size=None, output_ratio=None,
                          return_indices=False, _random_samples=None):
    both = fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio,
                                              return_indices, _random_samples)
    return both if return_indices else both[0]
