# A forward hook sees the module, its inputs and its output.
import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(4, 3), nn.ReLU())
shapes = []
handle = net[0].register_forward_hook(lambda m, args, out: shapes.append((tuple(args[0].shape), tuple(out.shape))))
net(torch.ones(2, 4))
net(torch.ones(5, 4))
handle.remove()
net(torch.ones(6, 4))
print(shapes)
