# exact: long ones are summarised.
import torch

print(torch.arange(1001))
print(torch.zeros(40, 50))
print(torch.arange(24.0).reshape(2, 3, 4))
print(torch.zeros(1, 1, 1, 3))
