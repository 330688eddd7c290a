# Integers cannot be normalised.
import torch
import torch.nn as nn

nn.BatchNorm2d(1)(torch.ones(2, 1, 2, 2, dtype=torch.int64))
