# Dropout draws in memory order: a transposed input is no exception in shape.
import torch
import torch.nn as nn

torch.manual_seed(4)
drop = nn.Dropout(0.3)
x = torch.arange(12.0).reshape(3, 4) + 1
print(drop(x).tolist())
print(drop(x.reshape(2, 6)).tolist())
