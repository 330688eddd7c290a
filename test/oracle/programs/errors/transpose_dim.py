# transpose of a dimension that is not there.
import torch

torch.zeros(2, 3).transpose(1, 2)
