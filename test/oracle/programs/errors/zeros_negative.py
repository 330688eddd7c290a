# A negative size.
import torch

torch.zeros(2, -3)
