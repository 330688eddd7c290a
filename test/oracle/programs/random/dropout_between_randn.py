# Dropout draws in training mode and draws nothing in eval mode.
import torch
import torch.nn as nn

drop = nn.Dropout(0.5)
for mode in (True, False):
    drop.train(mode)
    torch.manual_seed(0)
    a = torch.randn(3)
    masked = drop(torch.ones(10))
    b = torch.randn(3)
    print(mode, a.tolist())
    print(masked.tolist())
    print(b.tolist())
