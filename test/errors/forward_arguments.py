# forward takes one tensor.
import torch
import torch.nn as nn


class Net(nn.Module):
    def forward(self, x):
        return x


y = Net()(torch.ones(1), torch.ones(1))
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ TypeError: Net.forward() takes 2 positional arguments but 3 were given
