# A tensor has no such method.
import torch

torch.zeros(2).foo()
