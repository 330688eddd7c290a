# The statistics are for another number of channels.
import torch
import torch.nn as nn

nn.BatchNorm2d(8)(torch.randn(2, 4, 5, 5))
