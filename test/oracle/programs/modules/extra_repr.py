# A module's own line.
import torch.nn as nn


class Scale(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def extra_repr(self):
        return f'factor={self.factor}'


class Both(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = Scale(2)

    def extra_repr(self):
        return 'both'


print(Scale(0.5))
print(Both())
print(nn.Sequential(Scale(1), Scale(2)))
