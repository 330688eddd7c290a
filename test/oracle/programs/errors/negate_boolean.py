# Nor is unary minus.
import torch

-torch.tensor([True, False])
