# A child is replaced by a module only.
import torch
import torch.nn as nn

net = nn.Sequential(nn.Linear(2, 2))
net.extra = nn.ReLU()
net.extra = 5
