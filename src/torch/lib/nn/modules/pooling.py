# https://pytorch.org/docs/stable/nn.html#pooling-layers
# Those that are operators alone are in src/torch/nn/.

import torch.nn.functional as F
from torch.nn.modules.module import Module


class _MaxUnpoolNd(Module):
    def __init__(self, rank, kernel_size, stride, padding):
        super().__init__()
        self.kernel_size = _each(kernel_size, rank)
        self.stride = _each(stride if stride is not None else kernel_size, rank)
        self.padding = _each(padding, rank)

    def extra_repr(self):
        return f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}'


def _each(value, rank):
    return (value,) * rank if isinstance(value, int) else tuple(value)


class MaxUnpool1d(_MaxUnpoolNd):
    def __init__(self, kernel_size, stride=None, padding=0):
        super().__init__(1, kernel_size, stride, padding)

    def forward(self, input, indices, output_size=None):
        return F.max_unpool1d(
            input, indices, self.kernel_size, self.stride, self.padding, output_size
        )


class MaxUnpool2d(_MaxUnpoolNd):
    def __init__(self, kernel_size, stride=None, padding=0):
        super().__init__(2, kernel_size, stride, padding)

    def forward(self, input, indices, output_size=None):
        return F.max_unpool2d(
            input, indices, self.kernel_size, self.stride, self.padding, output_size
        )


class MaxUnpool3d(_MaxUnpoolNd):
    def __init__(self, kernel_size, stride=None, padding=0):
        super().__init__(3, kernel_size, stride, padding)

    def forward(self, input, indices, output_size=None):
        return F.max_unpool3d(
            input, indices, self.kernel_size, self.stride, self.padding, output_size
        )


class _FractionalMaxPoolNd(Module):
    __constants__ = ['kernel_size', 'return_indices', 'output_size', 'output_ratio']

    def __init__(self, rank, kernel_size, output_size, output_ratio, return_indices, samples):
        super().__init__()
        self.kernel_size = _each(kernel_size, rank)
        self.return_indices = return_indices
        self.register_buffer('_random_samples', samples)
        self.output_size = None if output_size is None else _each(output_size, rank)
        self.output_ratio = output_ratio
        if isinstance(output_ratio, float):
            self.output_ratio = (output_ratio,) * rank
        name = type(self).__name__
        if output_size is None and output_ratio is None:
            raise ValueError(
                f'{name} requires specifying either an output size, or a pooling ratio'
            )
        if output_size is not None and output_ratio is not None:
            raise ValueError(f'only one of output_size and output_ratio may be specified')
        if self.output_ratio is not None and not all(0 < r < 1 for r in self.output_ratio):
            raise ValueError(f'output_ratio must be between 0 and 1 (got {output_ratio})')


class FractionalMaxPool2d(_FractionalMaxPoolNd):
    def __init__(self, kernel_size, output_size=None, output_ratio=None, return_indices=False,
                 _random_samples=None):
        super().__init__(2, kernel_size, output_size, output_ratio, return_indices, _random_samples)

    def forward(self, input):
        return F.fractional_max_pool2d(
            input, self.kernel_size, self.output_size, self.output_ratio, self.return_indices,
            _random_samples=self._random_samples,
        )


class FractionalMaxPool3d(_FractionalMaxPoolNd):
    def __init__(self, kernel_size, output_size=None, output_ratio=None, return_indices=False,
                 _random_samples=None):
        super().__init__(3, kernel_size, output_size, output_ratio, return_indices, _random_samples)

    def forward(self, input):
        return F.fractional_max_pool3d(
            input, self.kernel_size, self.output_size, self.output_ratio, self.return_indices,
            _random_samples=self._random_samples,
        )
