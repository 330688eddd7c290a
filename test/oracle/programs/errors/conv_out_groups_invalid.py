# Output channels too.
import torch.nn as nn

nn.Conv2d(4, 7, 3, groups=2)
