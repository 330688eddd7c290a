# Of none, there is no one.
import torch

torch.zeros(0).item()
