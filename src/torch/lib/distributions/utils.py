# What the distributions share: numbers as tensors, probabilities and their logarithms.

from numbers import Number

import torch


def broadcast_all(*values):
    """Tensors of one shape; numbers take the dtype of the first tensor, or the default."""
    if not all(isinstance(value, (torch.Tensor, Number)) for value in values):
        raise ValueError(
            'Input arguments must all be instances of numbers.Number, torch.Tensor or objects implementing '
            '__torch_function__.'
        )
    tensors = [value for value in values if isinstance(value, torch.Tensor)]
    dtype = tensors[0].dtype if tensors else torch.get_default_dtype()
    values = [v if isinstance(v, torch.Tensor) else torch.tensor(v, dtype=dtype) for v in values]
    return torch.broadcast_tensors(*values)


def logits_to_probs(logits, is_binary=False):
    return torch.sigmoid(logits) if is_binary else torch.softmax(logits, -1)


def clamp_probs(probs):
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)


def probs_to_logits(probs, is_binary=False):
    clamped = clamp_probs(probs)
    return torch.log(clamped) - torch.log1p(-clamped) if is_binary else torch.log(clamped)


def sum_rightmost(value, dims):
    return value if dims == 0 else value.reshape(value.shape[:-dims] + (-1,)).sum(-1)
