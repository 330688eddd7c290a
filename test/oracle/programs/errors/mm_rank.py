# mm wants matrices.
import torch

torch.mm(torch.ones(2, 3, 4), torch.ones(4, 5))
