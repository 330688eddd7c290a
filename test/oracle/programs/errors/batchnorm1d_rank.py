# BatchNorm1d wants two or three.
import torch
import torch.nn as nn

nn.BatchNorm1d(3)(torch.randn(2, 3, 4, 4))
