# Stages made in a loop, with widths that double.
import torch
import torch.nn as nn


class Block(nn.Module):
    expansion = 1

    def __init__(self, inplanes, planes, stride=1, downsample=None):
        super().__init__()
        self.conv1 = nn.Conv2d(inplanes, planes, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(planes, planes, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = downsample

    def forward(self, x):
        identity = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        if self.downsample is not None:
            identity = self.downsample(x)
        out += identity
        return self.relu(out)


class ResNet(nn.Module):
    def __init__(self, layers, width=8, classes=5):
        super().__init__()
        self.inplanes = width
        self.stem = nn.Sequential(nn.Conv2d(3, width, 7, 2, 3, bias=False), nn.BatchNorm2d(width), nn.ReLU(True), nn.MaxPool2d(3, 2, 1))
        self.stages = nn.ModuleList(self._stage(width * 2**i, n, 1 if i == 0 else 2) for i, n in enumerate(layers))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(self.inplanes, classes)

    def _stage(self, planes, blocks, stride):
        down = None
        if stride != 1 or self.inplanes != planes * Block.expansion:
            down = nn.Sequential(nn.Conv2d(self.inplanes, planes, 1, stride, bias=False), nn.BatchNorm2d(planes))
        layers = [Block(self.inplanes, planes, stride, down)]
        self.inplanes = planes
        layers += [Block(planes, planes) for _ in range(1, blocks)]
        return nn.Sequential(*layers)

    def forward(self, x):
        x = self.stem(x)
        for stage in self.stages:
            x = stage(x)
            print(tuple(x.shape))
        return self.fc(self.pool(x).flatten(1))


torch.manual_seed(0)
net = ResNet([2, 1, 1])
x = torch.randn(2, 3, 64, 64)
y = net(x)
print(y.tolist())
net.eval()
print(net(x).tolist())
print(sum(p.numel() for p in net.parameters()), len(net.state_dict()))
