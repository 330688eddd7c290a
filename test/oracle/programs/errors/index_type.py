# A tensor is not a dict.
import torch

torch.zeros(3)['a']
