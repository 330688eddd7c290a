# Containers of modules.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(3, 3) for _ in range(3)])
        self.heads = nn.ModuleDict({'a': nn.Linear(3, 1), 'b': nn.Linear(3, 2)})

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return {name: head(x) for name, head in self.heads.items()}


torch.manual_seed(0)
net = Net()
out = net(torch.ones(2, 3))
print({k: v.tolist() for k, v in out.items()})
net.layers.append(nn.ReLU())
print(len(net.layers), net.layers[-1], 'a' in net.heads, list(net.heads.keys()))
print(net)
