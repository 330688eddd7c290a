# A 2-D convolution of a matrix.
import torch
import torch.nn as nn

nn.Conv2d(3, 8, 3)(torch.randn(3, 8))
