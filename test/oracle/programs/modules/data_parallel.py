# Models wrapped for several devices, where there is none.
import torch
import torch.nn as nn
from torch.nn.parallel import DataParallel

torch.manual_seed(0)
net = nn.Linear(2, 3)
wrapped = nn.DataParallel(net)
x = torch.ones(4, 2)
print(wrapped)
print(DataParallel is nn.DataParallel, nn.parallel.DataParallel is DataParallel, list(wrapped.state_dict()), wrapped.device_ids)
print(torch.equal(wrapped(x), net(x)), wrapped.module is net, isinstance(wrapped, nn.Module))
print(nn.DataParallel(net, device_ids=[0]).device_ids, [name for name, _ in wrapped.named_modules()])
try:
    net.module
except AttributeError as error:
    print(error)
