# The parts do not add up.
import torch

torch.zeros(10, 2).split([3, 4])
