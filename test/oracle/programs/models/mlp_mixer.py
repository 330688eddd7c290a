# Permutations between linear layers.
import torch
import torch.nn as nn


class Mixer(nn.Module):
    def __init__(self, tokens, width):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.token = nn.Sequential(nn.Linear(tokens, 8), nn.GELU(), nn.Linear(8, tokens))
        self.channel = nn.Sequential(nn.Linear(width, 8), nn.GELU(), nn.Linear(8, width))

    def forward(self, x):
        x = x + self.token(self.norm(x).transpose(1, 2)).transpose(1, 2)
        return x + self.channel(self.norm(x))


torch.manual_seed(0)
net = nn.Sequential(Mixer(4, 6), Mixer(4, 6))
y = net(torch.randn(2, 4, 6))
print(y.shape, y.tolist())
