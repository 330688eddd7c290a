"""reset_parameters: the same numbers as at the start; a class derived from a layer may have its own."""
import torch, torch.nn as nn
torch.manual_seed(0)
class L(nn.Linear):
    def reset_parameters(self):
        print('own', self.in_features)
        nn.init.ones_(self.weight)
        if self.bias is not None: nn.init.zeros_(self.bias)
l = L(2, 3); print(l.weight, l.bias)
m = nn.Linear(2, 2); print(m.weight); m.reset_parameters(); print(m.weight)
c = nn.Conv2d(1, 1, 2); c.reset_parameters(); print(c.weight, c.bias)
b = nn.BatchNorm1d(2); b(torch.randn(4, 2)); b.reset_running_stats(); print(b.running_mean, b.num_batches_tracked); b.weight.data.fill_(3.); b.reset_parameters(); print(b.weight)
e = nn.Embedding(3, 2, padding_idx=1); e.reset_parameters(); print(e.weight)
n = nn.LayerNorm(2); n.weight.data.fill_(5.); n.reset_parameters(); print(n.weight)
g = nn.GroupNorm(1, 2); g.reset_parameters()
bl = nn.Bilinear(2, 2, 1); bl.reset_parameters(); print(bl.weight)
model = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2), nn.ReLU())
for layer in model.children():
    if hasattr(layer, 'reset_parameters'): layer.reset_parameters()
print(model[0].weight)
nn.init.orthogonal_(m.weight); print(m.weight)
w = torch.empty(3, 5); nn.init.orthogonal_(w, 2.0); print(w)
print(torch.result_type(torch.ones(2), 1), torch.result_type(torch.ones(2, dtype=torch.int64), 1.5), torch.result_type(torch.ones(2), torch.ones((), dtype=torch.float64)))
