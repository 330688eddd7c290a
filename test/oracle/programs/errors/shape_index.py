# The shape is a tuple.
import torch

torch.zeros(2, 3).shape[2]
