# All dimensions but the last are taken together.
import torch
import torch.nn as nn

nn.Linear(8, 2)(torch.randn(2, 3, 7))
