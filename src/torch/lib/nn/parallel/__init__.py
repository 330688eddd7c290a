# https://pytorch.org/docs/stable/generated/torch.nn.DataParallel.html
# Without CUDA there are no devices to spread over: a wrapped model is called as it is.
from torch.nn import DataParallel


def __getattr__(name):
    import torch

    if name in ('DistributedDataParallel', 'data_parallel'):
        return torch._C._unsupported(f'torch.nn.parallel.{name}')
    raise AttributeError(f"module 'torch.nn.parallel' has no attribute '{name}'")
