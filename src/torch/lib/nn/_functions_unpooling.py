# The inverse of max pooling: each number goes back to where it was the greatest.
# https://pytorch.org/docs/stable/nn.functional.html#max-unpool2d

import torch


def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    size = _output_size(input, 1, kernel_size, stride, padding, output_size)
    result = max_unpooled(input.unsqueeze(-1), indices.unsqueeze(-1), (*size, 1), 2)
    return result.squeeze(-1)


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    size = _output_size(input, 2, kernel_size, stride, padding, output_size)
    return max_unpooled(input, indices, size, 2)


def max_unpool3d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    size = _output_size(input, 3, kernel_size, stride, padding, output_size)
    return max_unpooled(input, indices, size, 3)


def max_unpooled(input, indices, size, rank):
    dims = f'{rank + 1}d or {rank + 2}d'
    if input.dim() not in (rank + 1, rank + 2):
        raise RuntimeError(
            f'Input to max_unpooling{rank}d should be a {dims} Tensor, but got a tensor with '
            f'{input.dim()} dimensions.'
        )
    if indices.dtype != torch.int64:
        name = indices.type().removeprefix('torch.').removesuffix('Tensor')
        raise RuntimeError(f'elements in indices should be type int64 but got: {name}')
    if input.shape != indices.shape:
        raise RuntimeError(
            'Expected shape of indices to be same as that of the input tensor '
            f'({list(input.shape)}) but got indices tensor with shape: {list(indices.shape)}'
        )
    outer = input.shape[:-rank]
    volume = 1
    for n in size:
        volume *= n
    zeros = input.new_zeros((*outer, volume))
    return zeros.scatter(-1, indices.flatten(-rank), input.flatten(-rank)).reshape((*outer, *size))


def _output_size(input, rank, kernel_size, stride, padding, output_size):
    kernel = _each(kernel_size, rank)
    step = kernel if stride is None else _each(stride, rank)
    padding = _each(padding, rank)
    sizes = input.shape[-rank:]
    default = [(n - 1) * s + k - 2 * p for n, s, k, p in zip(sizes, step, kernel, padding)]
    if output_size is None:
        return default
    if len(output_size) == rank + 2:
        output_size = output_size[2:]
    if len(output_size) != rank:
        raise ValueError(
            f'output_size should be a sequence containing {rank} or {rank + 2} elements, but it has '
            f"a length of '{len(output_size)}'"
        )
    for i, (wanted, usual, s) in enumerate(zip(output_size, default, step)):
        if not usual - s < wanted < usual + s:
            raise ValueError(
                f'invalid output_size "{output_size}" (dim {i} must be between {usual - s} and {usual + s})'
            )
    return list(output_size)


def _each(value, rank):
    return (value,) * rank if isinstance(value, int) else tuple(value)
