# A first layer that works in place changes the shortcut's input as well.
import torch
import torch.nn as nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.relu = nn.ReLU(inplace=True)
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        out = self.fc(self.relu(x))
        return out + x


torch.manual_seed(0)
block = Block()
x = torch.randn(2, 4)
print(x.tolist())
print(block(x).tolist())
print(x.tolist())
