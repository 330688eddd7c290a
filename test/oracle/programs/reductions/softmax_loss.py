# Softmax, log-softmax and the losses over them.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(3, 4)
t = torch.tensor([0, 3, 1])
print(x.softmax(-1).tolist(), x.softmax(-1).sum(-1).tolist())
print(F.log_softmax(x, 1).tolist())
print(F.cross_entropy(x, t).item(), nn.CrossEntropyLoss()(x, t).item())
print(F.mse_loss(x, x * 0).item(), nn.MSELoss()(x, x + 1).item(), F.nll_loss(F.log_softmax(x, 1), t).item())
