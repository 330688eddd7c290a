# The driver code of a file that tests its module.
import torch
import torch.nn as nn


class Stem(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 32, kernel_size=7, stride=2, padding=3)
        self.pool = nn.MaxPool2d(kernel_size=3, stride=2, padding=1)

    def forward(self, x):
        x = self.conv(x)
        # ^ [2, 32, 112, 112]
        return self.pool(x)
        #      ^^^^^^^^^^^^ [2, 32, 56, 56]


def test_stem():
    x = torch.randn(2, 3, 224, 224)
    # ^ [2, 3, 224, 224]
    stem = Stem()
    y = stem(x)
    # ^ [2, 32, 56, 56]
    assert y.shape == (2, 32, 56, 56)


test_stem()
