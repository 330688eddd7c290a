# A copy of the numbers, with a report.
import torch
import torch.nn as nn

torch.manual_seed(0)
a, b = nn.Linear(2, 2), nn.Linear(2, 2)
print((a.weight == b.weight).all().item())
print(b.load_state_dict(a.state_dict()))
print((a.weight == b.weight).all().item(), b.weight is a.weight)
with torch.no_grad():
    a.weight.zero_()
print(b.weight.abs().sum().item() > 0)
