# What the operations need of a library of arrays.

import sys


def backend_of(tensor):
    import torch

    if isinstance(tensor, torch.Tensor):
        return TorchBackend
    numpy = sys.modules.get('numpy')
    if numpy is not None and isinstance(tensor, numpy.ndarray):
        return NumpyBackend
    raise RuntimeError(f'Tensor type unknown to einops {type(tensor)}')


class TorchBackend:
    @staticmethod
    def reshape(x, shape):
        return x.reshape(shape)

    @staticmethod
    def permute(x, order):
        return x.permute(order)

    @staticmethod
    def stack(tensors):
        import torch

        return torch.stack(tensors)

    @staticmethod
    def concat(tensors, axis):
        import torch

        return torch.cat(tensors, dim=axis)

    @staticmethod
    def einsum(pattern, *tensors):
        import torch

        return torch.einsum(pattern, *tensors)

    @staticmethod
    def add_axes(x, rank, lengths):
        sizes = [-1] * rank
        for place, length in lengths.items():
            x = x.unsqueeze(place)
            sizes[place] = length
        return x.expand(sizes)

    @staticmethod
    def reduce(x, operation, dims):
        if callable(operation):
            return operation(x, dims)
        if operation == 'min':
            return x.amin(dim=dims)
        if operation == 'max':
            return x.amax(dim=dims)
        if operation == 'sum':
            return x.sum(dim=dims)
        if operation == 'mean':
            if not (x.is_floating_point() or x.is_complex()):
                raise NotImplementedError('reduce_mean is not available for non-floating tensors')
            return x.mean(dim=dims)
        for dim in sorted(dims, reverse=True):
            x = getattr(x, operation)(dim=dim)
        return x

    @staticmethod
    def to_numpy(x):
        return x.detach().cpu().numpy()


class NumpyBackend:
    @staticmethod
    def reshape(x, shape):
        return x.reshape(shape)

    @staticmethod
    def permute(x, order):
        return x.transpose(order)

    @staticmethod
    def stack(tensors):
        import numpy

        return numpy.stack(tensors)

    @staticmethod
    def concat(tensors, axis):
        import numpy

        return numpy.concatenate(tensors, axis=axis)

    @staticmethod
    def einsum(pattern, *tensors):
        import numpy

        return numpy.einsum(pattern, *tensors)

    @staticmethod
    def add_axes(x, rank, lengths):
        import numpy

        for place, length in lengths.items():
            x = numpy.expand_dims(x, place)
        repeats = [1] * rank
        for place, length in lengths.items():
            repeats[place] = length
        return numpy.tile(x, tuple(repeats))

    @staticmethod
    def reduce(x, operation, dims):
        if callable(operation):
            return operation(x, dims)
        if operation == 'mean' and x.dtype.kind not in 'fc':
            raise NotImplementedError('reduce_mean is not available for non-floating tensors')
        return getattr(x, operation)(axis=dims)

    @staticmethod
    def to_numpy(x):
        return x
