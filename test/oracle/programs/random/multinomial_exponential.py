# Draws that newer code uses to sample tokens.
import torch

torch.manual_seed(0)
print(torch.empty(5).exponential_().tolist())
print(torch.multinomial(torch.tensor([0.1, 0.2, 0.3, 0.4]), 2).tolist())
print(torch.multinomial(torch.tensor([0.1, 0.2, 0.3, 0.4]), 6, replacement=True).tolist())
print(torch.bernoulli(torch.tensor([0.1, 0.5, 0.9])).tolist())
print(torch.normal(0.0, 1.0, (3,)).tolist())
