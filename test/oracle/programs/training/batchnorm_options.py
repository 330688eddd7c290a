# eps, momentum, no affine, no tracking.
import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.randn(2, 2, 3, 3)
for bn in (
    nn.BatchNorm2d(2, momentum=0.5, eps=0.1),
    nn.BatchNorm2d(2, affine=False),
    nn.BatchNorm2d(2, track_running_stats=False),
    nn.BatchNorm2d(2, momentum=None),
):
    y = bn(x)
    y = bn(x * 3)
    print(bn)
    print(y.sum().item() < 1e-3, y.abs().sum().item())
    if bn.running_mean is not None:
        print(bn.running_mean.tolist(), bn.running_var.tolist())
    bn.eval()
    print(bn(x).abs().sum().item())
