# BatchNorm2d wants four dimensions.
import torch
import torch.nn as nn

nn.BatchNorm2d(3)(torch.randn(2, 3))
