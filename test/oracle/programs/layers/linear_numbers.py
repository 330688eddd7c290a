# Linear over the last dimension, whatever stands before it.
import torch
import torch.nn as nn

torch.manual_seed(0)
fc = nn.Linear(5, 3)
for shape in ((5,), (2, 5), (2, 4, 5), (1, 2, 3, 5)):
    y = fc(torch.randn(*shape))
    print(y.shape, y.sum().item())
print(fc.in_features, fc.out_features)
