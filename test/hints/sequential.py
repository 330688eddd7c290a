# One Sequential, called at the top level.
import torch
import torch.nn as nn

features = nn.Sequential(
    nn.Conv2d(3, 16, 3, stride=2, padding=1),
    nn.BatchNorm2d(16),
    nn.ReLU(),
    nn.MaxPool2d(2),
)
head = nn.Sequential(nn.AdaptiveAvgPool2d((2, 2)), nn.Flatten(), nn.Linear(64, 7))
x = torch.randn(4, 3, 64, 48)
# ^ [4, 3, 64, 48]
x = features(x)
# ^ [4, 16, 16, 12]
y = head(x)
# ^ [4, 7]
