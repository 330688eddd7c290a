# In-place random fills, of a whole tensor and of part of one.
import torch

torch.manual_seed(0)
x = torch.zeros(4, 5)
x.uniform_(-1, 1)
print(x.tolist())
x[1].normal_(10.0, 0.5)
print(x.tolist())
x.bernoulli_(0.25)
print(x.tolist())
