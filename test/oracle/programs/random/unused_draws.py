# Numbers that nobody looks at are drawn all the same.
import torch
import torch.nn as nn

torch.manual_seed(0)
torch.randn(100)
nn.Linear(7, 3)
nn.Conv2d(3, 8, 3)
torch.rand(3)
nn.Dropout(0.5)(torch.ones(9))
print(torch.rand(3).tolist())
