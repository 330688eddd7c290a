# Only one dimension can be inferred.
import torch

torch.zeros(2, 3).view(-1, -1)
