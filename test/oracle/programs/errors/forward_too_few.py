# And with too little.
import torch
import torch.nn as nn


class Net(nn.Module):
    def forward(self, x, mask):
        return x * mask


Net()(torch.ones(1))
