# A parameter before super().__init__().
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.zeros(2))


Net()
