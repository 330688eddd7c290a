# Functions of torch that are put together from others: https://pytorch.org/docs/stable/torch.html

import torch
import torch.nn.functional as F


def dropout(input, p, train):
    return F.dropout(input, p, train)


def dropout_(input, p, train):
    return F.dropout(input, p, train, True)


def broadcast_shapes(*shapes):
    shapes = [(shape,) if isinstance(shape, int) else tuple(shape) for shape in shapes]
    result = [1] * max(map(len, shapes), default=0)
    for shape in shapes:
        for i in range(-1, -1 - len(shape), -1):
            if shape[i] < 0:
                raise RuntimeError(
                    f'Trying to create tensor with negative dimension ({shape[i]}): ({shape[i]})'
                )
            if shape[i] == 1 or shape[i] == result[i]:
                continue
            if result[i] != 1:
                raise RuntimeError('Shape mismatch: objects cannot be broadcast to a single shape')
            result[i] = shape[i]
    return torch.Size(result)


def broadcast_tensors(*tensors):
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tensors[0]
    whole = ()
    for tensor in tensors:
        whole = _broadcast_pair(whole, tensor.shape)
    return tuple(tensor.expand(whole) for tensor in tensors)


def _broadcast_pair(a, b):
    rank = max(len(a), len(b))
    a, b = (1,) * (rank - len(a)) + tuple(a), (1,) * (rank - len(b)) + tuple(b)
    for i in range(rank - 1, -1, -1):
        if a[i] != b[i] and a[i] != 1 and b[i] != 1:
            raise RuntimeError(
                f'The size of tensor a ({a[i]}) must match the size of tensor b ({b[i]}) '
                f'at non-singleton dimension {i}'
            )
    return tuple(n if m == 1 else m for n, m in zip(a, b))


def native_layer_norm(input, normalized_shape, weight, bias, eps):
    output = F.layer_norm(input, normalized_shape, weight, bias, eps)
    dims = tuple(range(input.ndim - len(normalized_shape), input.ndim))
    variance, mean = torch.var_mean(input.detach(), dims, unbiased=False, keepdim=True)
    return output, mean, torch.rsqrt(variance + eps)


def native_batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps):
    output = F.batch_norm(
        input, running_mean, running_var, weight, bias, training, momentum, eps
    )
    if not training:
        return output, input.new_empty(0), input.new_empty(0)
    dims = [d for d in range(input.ndim) if d != 1]
    variance, mean = torch.var_mean(input.detach(), dims, unbiased=False)
    return output, mean, torch.rsqrt(variance + eps)


def chain_matmul(*matrices, out=None):
    if len(matrices) == 1 and isinstance(matrices[0], (list, tuple)):
        matrices = tuple(matrices[0])
    for matrix in matrices:
        if matrix.dim() != 2:
            raise RuntimeError(f'Tensor dimension is {matrix.dim()}, expected 2 instead.')
    if not matrices:
        raise RuntimeError('chain_matmul(): Expected one or more matrices')
    if len(matrices) == 1:
        return matrices[0].clone()
    return torch.linalg.multi_dot(matrices, out=out)


def from_numpy(ndarray):
    import sys

    numpy = sys.modules.get('numpy')
    if numpy is None or not isinstance(ndarray, numpy.ndarray):
        raise TypeError(f'expected np.ndarray (got {type(ndarray).__name__})')
    if any(step < 0 for step in ndarray._t.stride()):
        raise ValueError(
            'At least one stride in the given numpy array is negative, and tensors with negative '
            'strides are not currently supported. (You can probably work around this by making a '
            'copy of your array  with array.copy().) '
        )
    return ndarray._t.detach()


def result_type(tensor1, tensor2):
    def emptied(value):
        if not isinstance(value, torch.Tensor):
            return value
        return value.new_zeros(()) if value.dim() == 0 else value.new_zeros(0)

    if not isinstance(tensor1, torch.Tensor) and not isinstance(tensor2, torch.Tensor):
        tensor1 = torch.tensor(tensor1)
    return (emptied(tensor1) + emptied(tensor2)).dtype


def embedding_renorm_(self, indices, max_norm, norm_type):
    """Scales the rows of a table that are looked up and too long, in place."""
    with torch.no_grad():
        used = torch.zeros(self.shape[0], dtype=torch.bool)
        used[indices.reshape(-1)] = True
        norms = self.norm(norm_type, 1)
        shorter = max_norm / (norms + 1e-7)
        factors = torch.where(used & (norms > max_norm), shorter, torch.ones_like(norms))
        return self.mul_(factors.unsqueeze(1))
