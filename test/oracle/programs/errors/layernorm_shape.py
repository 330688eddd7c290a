# The last dimension is not the normalised one.
import torch
import torch.nn as nn

nn.LayerNorm(8)(torch.randn(2, 4))
