# Only the branch that ran has a shape.
import torch
import torch.nn as nn


class Gate(nn.Module):
    def __init__(self, wide):
        super().__init__()
        self.wide = wide
        self.a = nn.Linear(4, 16)
        self.b = nn.Linear(4, 2)

    def forward(self, x):
        if self.wide:
            y = self.a(x)
        else:
            y = self.b(x)
            # ^ [3, 2]
        z = y.relu() if y.shape[-1] > 4 else y.tanh()
        # ^ [3, 2]
        return z
        #      ^ [3, 2]


out = Gate(wide=False)(torch.ones(3, 4))
# ^ [3, 2]
