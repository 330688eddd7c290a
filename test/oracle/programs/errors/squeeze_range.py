# squeeze of a dimension that is not there.
import torch

torch.zeros(1, 2).squeeze(3)
