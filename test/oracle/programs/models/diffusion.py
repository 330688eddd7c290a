# diffusion: timestep embedding, resblocks, attention, schedule, sampling loop
import math, torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(1)
def timestep_embedding(timesteps, dim, max_period=10000):
    half = dim // 2
    freqs = torch.exp(-math.log(max_period) * torch.arange(start=0, end=half, dtype=torch.float32) / half)
    args = timesteps[:, None].float() * freqs[None]
    emb = torch.cat([torch.cos(args), torch.sin(args)], dim=-1)
    if dim % 2: emb = torch.cat([emb, torch.zeros_like(emb[:, :1])], dim=-1)
    return emb
class Res(nn.Module):
    def __init__(self, i, o, t):
        super().__init__()
        self.n1 = nn.GroupNorm(4, i); self.c1 = nn.Conv2d(i, o, 3, padding=1)
        self.t = nn.Sequential(nn.SiLU(), nn.Linear(t, 2 * o))
        self.n2 = nn.GroupNorm(4, o); self.c2 = nn.Conv2d(o, o, 3, padding=1)
        self.skip = nn.Conv2d(i, o, 1) if i != o else nn.Identity()
    def forward(self, x, t):
        h = self.c1(F.silu(self.n1(x)))
        scale, shift = self.t(t)[..., None, None].chunk(2, dim=1)
        h = self.n2(h) * (1 + scale) + shift
        return self.c2(F.silu(h)) + self.skip(x)
class Attn(nn.Module):
    def __init__(self, c, heads=2):
        super().__init__(); self.h = heads; self.n = nn.GroupNorm(4, c); self.qkv = nn.Conv1d(c, 3 * c, 1); self.o = nn.Conv1d(c, c, 1)
    def forward(self, x):
        b, c, *sp = x.shape
        y = x.reshape(b, c, -1)
        q, k, v = self.qkv(self.n(y)).reshape(b * self.h, -1, y.shape[-1]).split(c // self.h, dim=1)
        s = 1 / math.sqrt(math.sqrt(c // self.h))
        w = torch.einsum('bct,bcs->bts', q * s, k * s).softmax(-1)
        a = torch.einsum('bts,bcs->bct', w, v).reshape(b, -1, y.shape[-1])
        return (y + self.o(a)).reshape(b, c, *sp)
class UNet(nn.Module):
    def __init__(self, ch=8, mult=(1, 2), t=16):
        super().__init__()
        self.te = nn.Sequential(nn.Linear(ch, t), nn.SiLU(), nn.Linear(t, t)); self.ch = ch
        self.inp = nn.Conv2d(3, ch, 3, padding=1)
        self.downs = nn.ModuleList(); chs = [ch]; c = ch
        for level, m in enumerate(mult):
            self.downs.append(nn.ModuleDict({'res': Res(c, ch * m, t), 'attn': Attn(ch * m) if level else nn.Identity(), 'down': nn.Conv2d(ch * m, ch * m, 3, stride=2, padding=1)}))
            c = ch * m; chs.append(c)
        self.mid = Res(c, c, t)
        self.ups = nn.ModuleList([Res(c + chs.pop(), ch * m, t) if not i else Res(ch * mult[-i] + chs.pop(), ch * m, t) for i, m in enumerate(reversed(mult))])
        self.out = nn.Sequential(nn.GroupNorm(4, ch), nn.SiLU(), nn.Conv2d(ch, 3, 3, padding=1))
    def forward(self, x, t):
        e = self.te(timestep_embedding(t, self.ch))
        h = self.inp(x); hs = []
        for d in self.downs:
            h = d['attn'](d['res'](h, e)); hs.append(h); h = d['down'](h)
        h = self.mid(h, e)
        for u in self.ups:
            h = F.interpolate(h, scale_factor=2, mode='nearest')
            h = u(torch.cat([h, hs.pop()], 1), e)
        return self.out(h)
net = UNet().eval()
T = 10
betas = torch.linspace(1e-4, 0.02, T, dtype=torch.float64)
alphas = 1. - betas
ac = torch.cumprod(alphas, dim=0); ac_prev = F.pad(ac[:-1], (1, 0), value=1.0)
post_var = betas * (1. - ac_prev) / (1. - ac)
def extract(a, t, shape):
    return a.gather(-1, t).reshape(t.shape[0], *((1,) * (len(shape) - 1))).float()
x0 = torch.randn(2, 3, 8, 8); t = torch.randint(0, T, (2,)).long(); noise = torch.randn_like(x0)
xt = extract(ac.sqrt(), t, x0.shape) * x0 + extract((1 - ac).sqrt(), t, x0.shape) * noise
with torch.no_grad():
    pred = net(xt, t)
    print(pred.shape, F.mse_loss(pred, noise), F.smooth_l1_loss(pred, noise), F.huber_loss(pred, noise))
    img = torch.randn(1, 3, 8, 8)
    for i in reversed(range(0, T)):
        tt = torch.full((1,), i, dtype=torch.long)
        eps = net(img, tt)
        mean = (img - extract(betas / (1 - ac).sqrt(), tt, img.shape) * eps) * extract((1. / alphas).sqrt(), tt, img.shape)
        img = mean if i == 0 else mean + extract(post_var, tt, img.shape).sqrt() * torch.randn_like(img)
    print(img.abs().mean(), img.clamp(-1, 1).add(1).div(2).mul(255).add_(0.5).clamp_(0, 255).to(torch.uint8).float().mean())
print(sum(p.numel() for p in net.parameters()), [n for n, _ in net.named_children()])
