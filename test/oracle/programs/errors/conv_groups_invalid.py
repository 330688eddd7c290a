# Channels must be divisible by groups.
import torch.nn as nn

nn.Conv2d(3, 8, 3, groups=2)
