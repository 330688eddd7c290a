import torch
import torch.nn as nn

torch.manual_seed(0)
w = nn.Parameter(torch.empty(3, 4))
same = nn.init.trunc_normal_(w, std=0.02)
print(same is w, w.requires_grad, w.is_leaf)
print(w.detach().tolist())
v = torch.empty(2, 40)
nn.init.trunc_normal_(v, mean=1.0, std=2.0, a=-1.0, b=1.5)
print(v.min().item(), v.sum().item())
torch._assert(v.shape[0] == 2, "two rows")
torch._assert(v.shape[0] == 3, "three rows")
