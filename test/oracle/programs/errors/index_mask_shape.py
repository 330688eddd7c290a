# A mask of another length.
import torch

torch.zeros(3)[torch.tensor([True, False])]
