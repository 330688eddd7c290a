# https://pytorch.org/docs/stable/optim.html

from torch.optim import lr_scheduler
from torch.optim._algorithms import (
    ASGD, LBFGS, SGD, Adadelta, Adagrad, Adam, Adamax, AdamW, NAdam, RAdam, RMSprop, Rprop, SparseAdam,
)
from torch.optim.optimizer import Optimizer


def __getattr__(name):
    import torch

    if name in ('swa_utils', 'Adafactor', 'Muon'):
        return torch._C._unsupported(f'torch.optim.{name}')
    raise AttributeError(f"module 'torch.optim' has no attribute '{name}'")
