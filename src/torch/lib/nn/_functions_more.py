# https://pytorch.org/docs/stable/nn.functional.html

import torch


def rms_norm(input, normalized_shape, weight=None, eps=None):
    dims = tuple(range(-len(normalized_shape), 0))
    if tuple(input.shape[len(input.shape) - len(normalized_shape):]) != tuple(normalized_shape):
        shape = ', '.join(str(n) for n in normalized_shape)
        raise RuntimeError(
            f'Given normalized_shape=[{shape}], expected input with shape [*, {shape}], but got input '
            f'of size{list(input.shape)}'
        )
    if eps is None:
        eps = torch.finfo(input.dtype).eps
    result = input * torch.rsqrt(input.pow(2).mean(dims, keepdim=True) + eps)
    return result if weight is None else result * weight


def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction='mean'):
    if size_average is not None or reduce is not None:
        reduction = 'none' if reduce is False else 'sum' if size_average is False else 'mean'
    if target.shape != input.shape:
        raise RuntimeError(f"inconsistent size {list(target.shape)} for argument #2 'target'")
    if target.dtype != torch.int64:
        name = target.type().removeprefix('torch.').removesuffix('Tensor')
        raise RuntimeError(f'expected scalar type Long but found {name}')
    single = input.dim() < 2
    if single:
        input, target = input.reshape(1, -1), target.reshape(1, -1)
    # The classes up to the first negative entry are the right ones.
    given = (target < 0).cumsum(1) == 0
    places = target.clamp(min=0)
    right = torch.zeros_like(input).scatter_add(1, places, given.to(input.dtype)) > 0
    chosen = input.gather(1, places)
    margins = (1 - chosen.unsqueeze(2) + input.unsqueeze(1)).clamp(min=0)
    counted = given.unsqueeze(2) & ~right.unsqueeze(1)
    losses = (margins * counted).sum((1, 2)) / input.shape[1]
    if reduction == 'none':
        return losses[0] if single else losses
    return losses.mean() if reduction == 'mean' else losses.sum()
