# What printing a module shows.
import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 8, 3, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(8),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(kernel_size=2, stride=2),
            nn.Conv2d(8, 8, (3, 5), padding=(1, 2), groups=2, dilation=1),
        )
        self.pool = nn.AdaptiveAvgPool2d((1, 1))
        self.shortcut = nn.Sequential()
        self.head = nn.Sequential(nn.Flatten(), nn.Dropout(p=0.2), nn.Linear(8, 10, bias=False), nn.Identity())

    def forward(self, x):
        return self.head(self.pool(self.features(x)))


net = Net()
print(net)
print(nn.Linear(2, 3), nn.Dropout(), nn.Flatten(2), nn.MaxPool2d(3, 2, 1), nn.AdaptiveAvgPool2d(7), nn.ReLU())
