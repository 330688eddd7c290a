# Parameters, modules and plain values find their places.
import torch
import torch.nn as nn


class Net(nn.Module):
    kind = 'net'

    def __init__(self):
        super().__init__()
        self.width = 4
        self.w = nn.Parameter(torch.zeros(2))
        self.child = nn.ReLU()
        self.plain = torch.ones(1)
        self.nothing = None


net = Net()
print(list(net._parameters), list(net._modules), 'width' in net.__dict__, 'w' in net.__dict__, net.kind)
print(hasattr(net, 'child'), hasattr(net, 'other'), getattr(net, 'other', 'none'), net.plain.item(), net.nothing)
net.child = nn.Tanh()
net.extra = nn.Linear(1, 1)
del net.w
print([n for n, _ in net.named_children()], list(net.parameters())[0].shape, hasattr(net, 'w'))
