# A layer with the wrong case.
import torch.nn as nn

nn.conv2d(3, 4, 3)
