# Functions of torch.nn.functional that are put together from others.
# https://pytorch.org/docs/stable/nn.functional.html

import math
import warnings

import torch
import torch.nn.functional as F
from torch import _VF


def _check_attention_ranks(query, key, value, key_padding_mask, attn_mask, num_heads):
    """Whether there is a batch; the query is [time, (batch,) features]."""
    if query.dim() not in (2, 3):
        raise AssertionError(
            f'query should be unbatched 2D or batched 3D tensor but received {query.dim()}-D query tensor'
        )
    batched = query.dim() == 3
    rank = 3 if batched else 2
    title = f'For {"batched" if batched else "unbatched"} ({rank}-D) `query`, expected'
    if key.dim() != rank or value.dim() != rank:
        raise AssertionError(
            f'{title} `key` and `value` to be {rank}-D but found {key.dim()}-D and {value.dim()}-D '
            'tensors respectively'
        )
    if key_padding_mask is not None and key_padding_mask.dim() != rank - 1:
        raise AssertionError(
            f'{title} `key_padding_mask` to be `None` or {rank - 1}-D but found {key_padding_mask.dim()}-D '
            'tensor instead'
        )
    if attn_mask is not None:
        if attn_mask.dim() not in (2, 3):
            raise AssertionError(
                f'{title} `attn_mask` to be `None`, 2-D or 3-D but found {attn_mask.dim()}-D tensor instead'
            )
        expected = (num_heads, query.shape[0], key.shape[0])
        if not batched and attn_mask.dim() == 3 and attn_mask.shape != expected:
            raise AssertionError(f'Expected `attn_mask` shape to be {expected} but got {attn_mask.shape}')
    return batched


def _project(query, key, value, weight, bias, separate):
    if separate is not None:
        biases = (None, None, None) if bias is None else bias.chunk(3)
        return [F.linear(x, w, b) for x, w, b in zip((query, key, value), separate, biases)]
    if query is key and key is value:
        return F.linear(query, weight, bias).chunk(3, -1)
    weights = weight.chunk(3)
    biases = (None, None, None) if bias is None else bias.chunk(3)
    return [F.linear(x, w, b) for x, w, b in zip((query, key, value), weights, biases)]


def _checked_mask(mask, target, source, batch_heads):
    if not mask.is_floating_point() and mask.dtype not in (torch.bool, torch.uint8):
        raise AssertionError(
            f'Only float, byte, and bool types are supported for attn_mask, not {mask.dtype}'
        )
    if mask.dtype == torch.uint8:
        mask = mask.to(torch.bool)
    if mask.dim() == 2:
        if mask.shape != (target, source):
            raise RuntimeError(
                f'The shape of the 2D attn_mask is {mask.shape}, but should be {(target, source)}.'
            )
        return mask.unsqueeze(0)
    if mask.dim() == 3:
        expected = (batch_heads, target, source)
        if mask.shape != expected:
            raise RuntimeError(f'The shape of the 3D attn_mask is {mask.shape}, but should be {expected}.')
        return mask
    raise RuntimeError(f"attn_mask's dimension {mask.dim()} is not supported")


def _added(mask, dtype):
    """A mask as what is added to the scores: of bools, True leaves out."""
    if mask is None or mask.dtype != torch.bool:
        return mask
    return torch.zeros_like(mask, dtype=dtype).masked_fill_(mask, float('-inf'))


def multi_head_attention_forward(
    query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k, bias_v,
    add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True, key_padding_mask=None,
    need_weights=True, attn_mask=None, use_separate_proj_weight=False, q_proj_weight=None,
    k_proj_weight=None, v_proj_weight=None, static_k=None, static_v=None, average_attn_weights=True,
    is_causal=False,
):
    batched = _check_attention_ranks(query, key, value, key_padding_mask, attn_mask, num_heads)
    if not batched:
        same = query is key and key is value
        query = query.unsqueeze(1)
        key, value = (query, query) if same else (key.unsqueeze(1), value.unsqueeze(1))
        if key_padding_mask is not None:
            key_padding_mask = key_padding_mask.unsqueeze(0)
    target, batch, width = query.shape
    source = key.shape[0]
    if width != embed_dim_to_check:
        raise AssertionError(f'was expecting embedding dimension of {embed_dim_to_check}, but got {width}')
    head = width // num_heads
    if head * num_heads != width:
        raise AssertionError(f'embed_dim {width} not divisible by num_heads {num_heads}')
    if use_separate_proj_weight:
        if key.shape[:2] != value.shape[:2]:
            raise AssertionError(
                f"key's sequence and batch dims {key.shape[:2]} do not match value's {value.shape[:2]}"
            )
    elif key.shape != value.shape:
        raise AssertionError(f'key shape {key.shape} does not match value shape {value.shape}')
    separate = (q_proj_weight, k_proj_weight, v_proj_weight) if use_separate_proj_weight else None
    q, k, v = _project(query, key, value, in_proj_weight, in_proj_bias, separate)

    if attn_mask is not None:
        attn_mask = _checked_mask(attn_mask, target, source, batch * num_heads)
    if bias_k is not None and bias_v is not None:
        k = torch.cat([k, bias_k.repeat(1, batch, 1)])
        v = torch.cat([v, bias_v.repeat(1, batch, 1)])
        attn_mask, key_padding_mask = _one_more(attn_mask), _one_more(key_padding_mask)

    q = q.contiguous().view(target, batch * num_heads, head).transpose(0, 1)
    k = k.contiguous().view(k.shape[0], batch * num_heads, head).transpose(0, 1) if static_k is None else static_k
    v = v.contiguous().view(v.shape[0], batch * num_heads, head).transpose(0, 1) if static_v is None else static_v
    if add_zero_attn:
        zeros = torch.zeros((batch * num_heads, 1, head), dtype=k.dtype, device=k.device)
        k, v = torch.cat([k, zeros], 1), torch.cat([v, zeros], 1)
        attn_mask, key_padding_mask = _one_more(attn_mask), _one_more(key_padding_mask)
    source = k.size(1)
    mask = _added(attn_mask, q.dtype)
    if key_padding_mask is not None:
        if key_padding_mask.shape != (batch, source):
            raise AssertionError(
                f'expecting key_padding_mask shape of {(batch, source)}, but got {key_padding_mask.shape}'
            )
        padding = key_padding_mask.view(batch, 1, 1, source).expand(-1, num_heads, -1, -1)
        padding = _added(padding.reshape(batch * num_heads, 1, source), q.dtype)
        mask = padding if mask is None else mask + padding

    scores = torch.bmm(q / math.sqrt(head), k.transpose(-2, -1))
    if mask is not None:
        scores = scores + mask
    weights = F.softmax(scores, -1)
    if training and dropout_p > 0:
        weights = F.dropout(weights, dropout_p)
    output = torch.bmm(weights, v)
    output = output.transpose(0, 1).contiguous().view(target * batch, width)
    output = F.linear(output, out_proj_weight, out_proj_bias).view(target, batch, -1)
    if not batched:
        output = output.squeeze(1)
    if not need_weights:
        return output, None
    weights = weights.view(batch, num_heads, target, source)
    if average_attn_weights:
        weights = weights.mean(1)
    return output, weights if batched else weights.squeeze(0)


def _one_more(mask):
    return None if mask is None else F.pad(mask, (0, 1))


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    return (torch.rrelu_ if inplace else torch.rrelu)(input, lower, upper, training)


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    gumbels = -torch.empty_like(logits).exponential_().log()
    soft = ((logits + gumbels) / tau).softmax(dim)
    if not hard:
        return soft
    index = soft.max(dim, keepdim=True)[1]
    chosen = torch.zeros_like(logits).scatter_(dim, index, 1.0)
    return chosen - soft.detach() + soft


def triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None,
                                      margin=1.0, swap=False, reduction='mean'):
    distance = torch.pairwise_distance if distance_function is None else distance_function
    near = distance(anchor, positive)
    far = distance(anchor, negative)
    if swap:
        far = torch.minimum(far, distance(positive, negative))
    output = torch.clamp(margin + near - far, min=0.0)
    if reduction == 'mean':
        return output.mean()
    if reduction == 'sum':
        return output.sum()
    return output


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None,
                  use_input_stats=True, momentum=0.1, eps=1e-5):
    """Each channel of each sample by its own moments: a batch of one that has all their channels."""
    if use_input_stats:
        if math.prod(input.shape[2:]) == 1:
            raise ValueError(
                f'Expected more than 1 spatial element when training, got input size {input.size()}'
            )
    elif running_mean is None or running_var is None:
        raise RuntimeError(
            'Expected running_mean and running_var to be defined when use_input_stats is false'
        )
    batch, channels = input.shape[:2]
    parts = [part if part is None else part.repeat(batch) for part in (running_mean, running_var, weight, bias)]
    plain = all(part is None or part.numel() == batch * channels for part in parts)
    if running_mean is None and running_var is None and plain:
        return _VF.instance_norm_of(input, weight, bias, eps)
    flat = input.contiguous().view(1, batch * channels, *input.shape[2:])
    output = F.batch_norm(flat, *parts, training=use_input_stats, momentum=momentum, eps=eps)
    if use_input_stats:
        for running, repeated in ((running_mean, parts[0]), (running_var, parts[1])):
            if running is not None:
                running.copy_(repeated.view(batch, channels).mean(0))
    return output.view(input.size())


def affine_grid(theta, size, align_corners=None):
    if align_corners is None:
        warnings.warn(
            'Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. '
            'Please specify align_corners=True if the old behavior is desired. See the documentation of '
            'grid_sample for details.'
        )
        align_corners = False
    if not theta.is_floating_point():
        raise ValueError(f'Expected theta to have floating point type, but got {theta.dtype}')
    if len(size) not in (4, 5):
        raise NotImplementedError(
            'affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. '
            f'Got size {size}.'
        )
    rows = len(size) - 2
    if theta.dim() != 3 or theta.shape[-2] != rows or theta.shape[-1] != rows + 1:
        raise ValueError(
            f'Expected a batch of {rows}D affine matrices of shape Nx{rows}x{rows + 1} for size {size}. '
            f'Got {theta.shape}.'
        )
    if min(size) <= 0:
        raise ValueError(f'Expected non-zero, positive output size. Got {size}')
    return torch.affine_grid_generator(theta, size, align_corners)


def grid_sample(input, grid, mode='bilinear', padding_mode='zeros', align_corners=None):
    modes = ('bilinear', 'nearest', 'bicubic')
    paddings = ('zeros', 'border', 'reflection')
    if mode not in modes:
        raise ValueError(
            "nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: "
            f"'{mode}'"
        )
    if padding_mode not in paddings:
        raise ValueError(
            "nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', "
            f"but got: '{padding_mode}'"
        )
    if align_corners is None:
        warnings.warn(
            'Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. '
            'Please specify align_corners=True if the old behavior is desired. See the documentation of '
            'grid_sample for details.'
        )
        align_corners = False
    return torch.grid_sampler(input, grid, modes.index(mode), paddings.index(padding_mode), align_corners)
