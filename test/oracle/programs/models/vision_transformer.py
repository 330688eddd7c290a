# ViT + mixup + label smoothing + ema + drop path + layer scale
import copy, torch, torch.nn as nn, torch.nn.functional as F
from functools import partial
from collections import OrderedDict
torch.manual_seed(3)
def drop_path(x, drop_prob=0., training=False):
    if drop_prob == 0. or not training: return x
    keep = 1 - drop_prob
    shape = (x.shape[0],) + (1,) * (x.ndim - 1)
    r = x.new_empty(shape).bernoulli_(keep)
    if keep > 0.0: r.div_(keep)
    return x * r
class DropPath(nn.Module):
    def __init__(self, p=0.): super().__init__(); self.p = p
    def forward(self, x): return drop_path(x, self.p, self.training)
    def extra_repr(self): return f'p={self.p}'
class PatchEmbed(nn.Module):
    def __init__(self, img=16, patch=4, c=3, d=24):
        super().__init__(); self.num = (img // patch) ** 2; self.proj = nn.Conv2d(c, d, patch, patch); self.norm = nn.LayerNorm(d)
    def forward(self, x):
        B, C, H, W = x.shape
        return self.norm(self.proj(x).flatten(2).transpose(1, 2))
class Attn(nn.Module):
    def __init__(self, d, heads=4, drop=0.):
        super().__init__(); self.h = heads; self.scale = (d // heads) ** -0.5; self.qkv = nn.Linear(d, d * 3); self.drop = nn.Dropout(drop); self.proj = nn.Linear(d, d)
    def forward(self, x):
        B, N, C = x.shape
        q, k, v = self.qkv(x).reshape(B, N, 3, self.h, C // self.h).permute(2, 0, 3, 1, 4).unbind(0)
        a = self.drop(((q @ k.transpose(-2, -1)) * self.scale).softmax(dim=-1))
        return self.proj((a @ v).transpose(1, 2).reshape(B, N, C))
class Block(nn.Module):
    def __init__(self, d, dp, norm=partial(nn.LayerNorm, eps=1e-6)):
        super().__init__(); self.n1, self.n2 = norm(d), norm(d); self.a = Attn(d, drop=0.1); self.dp = DropPath(dp) if dp > 0. else nn.Identity()
        self.mlp = nn.Sequential(OrderedDict([('fc1', nn.Linear(d, 4 * d)), ('act', nn.GELU()), ('fc2', nn.Linear(4 * d, d))])); self.g = nn.Parameter(1e-4 * torch.ones(d))
    def forward(self, x):
        x = x + self.dp(self.g * self.a(self.n1(x))); return x + self.dp(self.mlp(self.n2(x)))
class ViT(nn.Module):
    def __init__(self, d=24, depth=3, classes=10):
        super().__init__(); self.pe = PatchEmbed(d=d); self.cls = nn.Parameter(torch.zeros(1, 1, d)); self.pos = nn.Parameter(torch.zeros(1, self.pe.num + 1, d))
        dpr = [x.item() for x in torch.linspace(0, 0.2, depth)]
        self.blocks = nn.Sequential(*[Block(d, dpr[i]) for i in range(depth)]); self.norm = nn.LayerNorm(d); self.head = nn.Linear(d, classes)
        nn.init.trunc_normal_(self.pos, std=.02); nn.init.trunc_normal_(self.cls, std=.02); self.apply(self._iw)
    def _iw(self, m):
        if isinstance(m, nn.Linear):
            nn.init.trunc_normal_(m.weight, std=.02)
            if isinstance(m, nn.Linear) and m.bias is not None: nn.init.constant_(m.bias, 0)
    def forward(self, x):
        x = self.pe(x); x = torch.cat((self.cls.expand(x.shape[0], -1, -1), x), dim=1) + self.pos
        return self.head(self.norm(self.blocks(x))[:, 0])
m = ViT(); ema = copy.deepcopy(m)
print(m.blocks[1], [round(b.dp.p, 3) if isinstance(b.dp, DropPath) else None for b in m.blocks])
x = torch.randn(4, 3, 16, 16); y = torch.tensor([1, 2, 3, 4])
lam = 0.3; idx = torch.randperm(4); xm = lam * x + (1 - lam) * x[idx]
yy = F.one_hot(y, 10).float(); ym = lam * yy + (1 - lam) * yy[idx]
out = m(xm)
print(out.shape, out.sum().item(), torch.sum(-ym * F.log_softmax(out, dim=-1), dim=-1).mean(), F.cross_entropy(out, y, label_smoothing=0.1))
with torch.no_grad():
    for e, p in zip(ema.state_dict().values(), m.state_dict().values()): e.copy_(e * 0.9 + 0.1 * p * 2)
    ema.eval(); print(ema(x).abs().sum())
acc = [(out.topk(k, 1, True, True)[1].t().eq(y.view(1, -1).expand(k, -1))[:k].reshape(-1).float().sum(0, keepdim=True) * 100 / 4).item() for k in (1, 5)]
print(acc, dict(list({n: tuple(p.shape) for n, p in m.named_parameters()}.items())[:4]))
