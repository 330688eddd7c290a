# One value per channel has no spread.
import torch
import torch.nn as nn

nn.BatchNorm2d(3)(torch.randn(1, 3, 1, 1))
