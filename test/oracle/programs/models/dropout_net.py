# Train mode differs from call to call, eval mode does not.
import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(10, 20), nn.ReLU(), nn.Dropout(0.5), nn.Linear(20, 2), nn.Dropout(0.1))
x = torch.randn(3, 10)
print(net(x).tolist())
print(net(x).tolist())
net.eval()
print(net(x).tolist())
print((net(x) == net(x)).all().item())
