# item() of more than one number.
import torch

losses = torch.rand(3)
print(f'loss: {losses.item():.3f}')
#              ^^^^^^^^^^^^^ ValueError: only one element tensors can be converted to Python scalars
