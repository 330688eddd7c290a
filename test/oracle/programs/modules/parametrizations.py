# parametrizations: registering, assigning, removing, repr, state dicts, spectral norm, orthogonal
import copy, torch, torch.nn as nn
import torch.nn.utils.parametrize as P
from torch.nn.utils import parametrizations as PZ, spectral_norm, remove_spectral_norm
from torch.nn.utils.stateless import functional_call
torch.manual_seed(0)
def t(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
class Symmetric(nn.Module):
    def forward(self, X): return X.triu() + X.triu(1).transpose(-1, -2)
    def right_inverse(self, A): return A.triu()
class Exp(nn.Module):
    def forward(self, X): return torch.matrix_exp(X)
l = nn.Linear(3, 3)
P.register_parametrization(l, 'weight', Symmetric()); print(l, type(l).__name__, P.type_before_parametrizations(l))
print(torch.allclose(l.weight, l.weight.T), P.is_parametrized(l), P.is_parametrized(l, 'bias'), list(l.state_dict()))
A = torch.arange(9.).view(3, 3); l.weight = A + A.T; print(l.weight, l.parametrizations.weight.original, l.parametrizations.weight[0])
P.register_parametrization(l, 'weight', Exp()); print(l, l(torch.ones(1, 3)).shape)
t(lambda: setattr(l, 'weight', A))
P.remove_parametrizations(l, 'weight', leave_parametrized=False); print(l, l.weight, type(l))
t(lambda: P.register_parametrization(l, 'foo', Symmetric()))
class Bad(nn.Module):
    def forward(self, X): return X[:1]
t(lambda: P.register_parametrization(l, 'weight', Bad()))
class Two(nn.Module):
    def forward(self, a, b): return a + b
    def right_inverse(self, w): return w / 2, w / 2
m = nn.Linear(2, 2); w0 = m.weight.clone(); P.register_parametrization(m, 'weight', Two()); print(m, list(m.state_dict()), torch.equal(m.weight, w0))
with P.cached(): print(m.weight is m.weight)
print(m.weight is m.weight)
c = copy.deepcopy(m); print(type(c).__name__, torch.equal(c.weight, m.weight), c.parametrizations.weight.original0 is m.parametrizations.weight.original0)
s = PZ.spectral_norm(nn.Linear(4, 3)); print(s, list(s.state_dict()), torch.linalg.matrix_norm(s.weight, 2), s.weight)
s.eval(); a = s.weight; print(torch.equal(a, s.weight)); s.train(); s(torch.ones(1, 4)); print(s.parametrizations.weight[0]._u)
ct = PZ.spectral_norm(nn.ConvTranspose2d(2, 3, 2)); print(ct.weight.sum(), ct.parametrizations.weight[0]._u.shape)
o = PZ.orthogonal(nn.Linear(4, 3)); Q = o.weight; print(o, torch.dist(Q @ Q.T, torch.eye(3)) < 1e-5, Q)
for mp in ('matrix_exp', 'cayley', 'householder'):
    o = PZ.orthogonal(nn.Linear(3, 3), orthogonal_map=mp); print(mp, torch.dist(o.weight.T @ o.weight, torch.eye(3)) < 1e-5, list(o.state_dict()), o.weight)
o = PZ.orthogonal(nn.Linear(3, 5), use_trivialization=False, orthogonal_map='householder'); print(o.weight)
t(lambda: PZ.orthogonal(nn.Linear(3, 5), orthogonal_map='foo')); t(lambda: PZ.spectral_norm(nn.ReLU())); t(lambda: PZ.orthogonal(nn.LayerNorm(3)))
sn = spectral_norm(nn.Conv2d(2, 3, 3)); print(sn, [n for n, _ in sn.named_parameters()], [n for n, _ in sn.named_buffers()], sn(torch.ones(1, 2, 5, 5)).sum(), sn.weight.sum(), sn.state_dict()._metadata)
sn.eval(); print(sn(torch.ones(1, 2, 5, 5)).sum()); remove_spectral_norm(sn); print([n for n, _ in sn.named_parameters()], sn.weight.sum())
t(lambda: spectral_norm(spectral_norm(nn.Linear(2, 2)))); t(lambda: remove_spectral_norm(nn.Linear(2, 2)))
net = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2)); print(functional_call(net, {'0.weight': torch.ones(2, 2), '0.bias': torch.zeros(2)}, (torch.ones(3, 2),)), net[0].weight)
conv, bn = nn.Conv2d(2, 3, 1).eval(), nn.BatchNorm2d(3).eval(); bn.running_mean.normal_(); bn.weight.data.uniform_()
f = nn.utils.fuse_conv_bn_eval(conv, bn); x = torch.randn(1, 2, 2, 2); print(torch.allclose(f(x), bn(conv(x)), atol=1e-6), f.bias)
print(nn.utils.skip_init(nn.Linear, 3, 2).weight.shape)
