# Scripted and traced modules compute what the module computes, in a mode of their own.
import torch
import torch.nn as nn

m=nn.Linear(2,3)
s=torch.jit.script(m)
print(type(s), isinstance(s,nn.Module)); print(s); print(s.weight.shape, s.original_name)
class A(nn.Module):
    def __init__(s): super().__init__(); s.l=nn.Linear(2,2); s.k=3
    def forward(s,x): return s.l(x)
a=torch.jit.script(A()); print(a, a.k, list(a.state_dict()), [n for n,_ in a.named_parameters()], a.l); print(a.eval().training)
tr=torch.jit.trace(A(), torch.ones(1,2)); print(type(tr), tr); print(tr(torch.ones(2,2)).shape)
b=A(); sb=torch.jit.script(b); b.l.weight.data.fill_(1); print(sb.l.weight.sum().item(), sb(torch.ones(1,2)).shape, isinstance(sb, torch.jit.ScriptModule))
@torch.jit.script
def f(x: torch.Tensor, n: int) -> torch.Tensor:
    return x * n
print(f(torch.ones(1), 2))
sb.train(False); print(b.training, sb.l.training, sum(p.numel() for p in sb.parameters()))
print(torch.jit.script(nn.Sequential(nn.Linear(2,2), nn.ReLU())))
try: torch.jit.freeze(torch.jit.script(A()))
except RuntimeError as e: print(e)
class R(nn.Module):
    def __init__(self, d):
        super().__init__(); self.a=nn.Linear(d,d); self.bn=nn.BatchNorm1d(d); self.drop=nn.Dropout(0.5); self.blocks=nn.ModuleList([nn.Linear(d,d) for _ in range(2)])
    def forward(self, x):
        y = self.bn(self.a(x))
        for b in self.blocks: y = y + b(x)
        return self.drop(y) if self.training else y
torch.manual_seed(0)
m=R(3); s=torch.jit.script(m); s.eval()
print(m.training, s(torch.ones(2,3)).tolist()==s(torch.ones(2,3)).tolist())
s.train(); s(torch.ones(2,3)); print(m.bn.num_batches_tracked, s.bn.num_batches_tracked, len(s.blocks))
m.eval(); print(s.training)
t=torch.jit.trace(m, torch.ones(2,3)); print(t(torch.ones(4,3)).shape, list(t.state_dict())[:2])
try: t[0]
except TypeError as e: print(e)
