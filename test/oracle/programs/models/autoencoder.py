# In and out have the same shape; the loss is a number.
import torch
import torch.nn as nn


class AutoEncoder(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        pairs = list(zip(sizes, sizes[1:]))
        self.encoder = nn.Sequential(*[layer for i, o in pairs for layer in (nn.Linear(i, o), nn.Tanh())])
        self.decoder = nn.Sequential(*[layer for i, o in reversed(pairs) for layer in (nn.Linear(o, i), nn.Tanh())])

    def forward(self, x):
        code = self.encoder(x)
        return self.decoder(code), code


torch.manual_seed(0)
net = AutoEncoder([12, 8, 3])
x = torch.rand(5, 12)
recon, code = net(x)
print(recon.shape, code.shape, ((recon - x) ** 2).mean().item())
print(code.tolist())
