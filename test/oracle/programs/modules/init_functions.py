# nn.init under a seed.
import torch
import torch.nn as nn

torch.manual_seed(0)
w = torch.empty(3, 4)
for f in (nn.init.xavier_uniform_, nn.init.xavier_normal_, nn.init.kaiming_uniform_, nn.init.kaiming_normal_):
    print(f.__name__, f(w).tolist())
nn.init.normal_(w, mean=1.0, std=0.1)
print(w.mean().item())
print(nn.init.uniform_(w, -2, 2).tolist(), nn.init.zeros_(w).sum().item(), nn.init.constant_(w, 3).sum().item())
nn.init.kaiming_normal_(w, mode='fan_out', nonlinearity='relu')
print(w.tolist())
