# In place on a leaf that requires grad.
import torch
import torch.nn.functional as F

x = torch.ones(2, requires_grad=True)
F.relu(x, inplace=True)
