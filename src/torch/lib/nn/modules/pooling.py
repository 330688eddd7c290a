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
