# train() and eval() reach every module below.
import torch.nn as nn

net = nn.Sequential(nn.Dropout(0.1), nn.Sequential(nn.BatchNorm2d(2), nn.ReLU()))
print([m.training for m in net.modules()])
net.eval()
print([m.training for m in net.modules()])
net[1].train()
print([m.training for m in net.modules()])
print(net.train(False) is net)
