# Every operator says it the same way.
import torch

torch.ones(3) * torch.ones(5)
