# The last dimensions differ and neither is one.
import torch

a = torch.zeros(2, 3)
b = torch.zeros(2, 4)
print('before')
c = a + b
print('never')
