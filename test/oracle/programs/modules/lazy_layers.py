# lazy layers
import torch, torch.nn as nn, warnings
warnings.simplefilter('ignore')
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self):
        super().__init__(); self.c = nn.LazyConv2d(4, 3, padding=1); self.b = nn.LazyBatchNorm2d(); self.fc = nn.LazyLinear(5)
    def forward(self, x): return self.fc(torch.relu(self.b(self.c(x))).flatten(1))
n = Net(); print(n, n.c.weight, n.fc.bias, n.b.running_mean, n.fc.has_uninitialized_params())
try: n.fc.weight.shape
except RuntimeError as e: print(e)
print(list(n.state_dict()))
y = n(torch.randn(2, 3, 4, 4)); print(n, y.sum(), type(n.c), n.b.running_mean.shape, sum(p.numel() for p in n.parameters()))
for m, x in ((nn.LazyConv1d(2, 3), torch.randn(1, 4, 8)), (nn.LazyConv3d(2, 1), torch.randn(1, 4, 2, 2, 2)), (nn.LazyConvTranspose2d(3, 2, stride=2), torch.randn(1, 5, 3, 3)), (nn.LazyInstanceNorm2d(affine=True), torch.randn(1, 2, 3, 3)), (nn.LazyLinear(2, bias=False), torch.randn(3, 7)), (nn.LazyBatchNorm1d(), torch.randn(4, 3))):
    print(m); o = m(x); print(m, o.shape, round(float(o.abs().sum()), 3), [tuple(p.shape) for p in m.parameters()])
try: nn.LazyConv2d(2, 3)(torch.randn(3))
except RuntimeError as e: print(e)
