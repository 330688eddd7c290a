# In-place functions on part of a tensor.
import torch
import torch.nn.functional as F

x = torch.tensor([[-1.0, 2.0], [-3.0, 4.0]])
F.relu(x[0], inplace=True)
print(x.tolist())
y = x.view(4)
y.relu_()
print(x.tolist())
torch.relu_(x.sub_(1))
print(y.tolist())
