# A size that is not whole.
import torch

torch.zeros(2.5)
