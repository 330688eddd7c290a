# Three dimensions into four names.
import torch

x = torch.zeros(2, 3, 4)
b, c, h, w = x.shape
