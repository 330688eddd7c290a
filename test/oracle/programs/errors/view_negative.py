# A size below -1.
import torch

torch.zeros(4).view(-2, 2)
