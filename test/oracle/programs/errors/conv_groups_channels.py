# Channels with groups.
import torch
import torch.nn as nn

nn.Conv2d(4, 8, 3, groups=2)(torch.randn(1, 6, 8, 8))
