# The input's dtype is not the weight's.
import torch
import torch.nn as nn

nn.Conv2d(1, 1, 3)(torch.randn(1, 1, 5, 5).double())
