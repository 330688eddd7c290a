# A classifier of small images.
import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.conv2 = nn.Conv2d(10, 20, kernel_size=5)
        self.drop = nn.Dropout()
        self.fc1 = nn.Linear(320, 50)
        self.fc2 = nn.Linear(50, 10)

    def forward(self, x):
        x = F.relu(F.max_pool2d(self.conv1(x), 2))
        # ^ [64, 10, 12, 12]
        x = F.relu(F.max_pool2d(self.drop(self.conv2(x)), 2))
        # ^ [64, 20, 4, 4]
        x = x.view(-1, 320)
        # ^ [64, 320]
        x = F.relu(self.fc1(x))
        # ^ [64, 50]
        x = self.fc2(x)
        # ^ [64, 10]
        return F.log_softmax(x, dim=1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^ [64, 10]


net = Net()
images = torch.rand(64, 1, 28, 28)
# ^^^^ [64, 1, 28, 28]
scores = net(images)
# ^^^^ [64, 10]
