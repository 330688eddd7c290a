# A matrix cannot be pooled in two dimensions.
import torch
import torch.nn as nn

nn.MaxPool2d(2)(torch.randn(8, 8))
