# moe, top-k routing, quantized codebooks (vq-vae), ema, gradient-free tricks, sampling, kmeans, pca
import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
class MoE(nn.Module):
    def __init__(self, d=6, e=4, k=2): super().__init__(); self.gate = nn.Linear(d, e, bias=False); self.experts = nn.ModuleList([nn.Sequential(nn.Linear(d, 8), nn.ReLU(), nn.Linear(8, d)) for _ in range(e)]); self.k = k
    def forward(self, x):
        sh = x.shape; x = x.view(-1, sh[-1]); w, sel = torch.topk(self.gate(x), self.k); w = F.softmax(w, dim=1, dtype=torch.float).to(x.dtype); out = torch.zeros_like(x); used = []
        for i, ex in enumerate(self.experts):
            b, n = torch.where(sel == i); used.append(len(b))
            if len(b): out[b] += w[b, n, None] * ex(x[b])
        return out.view(sh), used, F.one_hot(sel, 4).float().mean((0, 1))
y, used, load = MoE()(torch.randn(2, 5, 6)); print(y.shape, y.sum(), used, load)
class VQ(nn.Module):
    def __init__(self, k=8, d=4, decay=.9): super().__init__(); self.register_buffer('emb', torch.randn(k, d)); self.register_buffer('n', torch.zeros(k)); self.register_buffer('avg', self.emb.clone()); self.decay = decay
    def forward(self, z):
        flat = z.permute(0, 2, 3, 1).reshape(-1, z.shape[1]); d = flat.pow(2).sum(1, keepdim=True) - 2 * flat @ self.emb.t() + self.emb.pow(2).sum(1); i = d.argmin(1); oh = F.one_hot(i, self.emb.shape[0]).type(flat.dtype); q = self.emb[i].view(z.shape[0], *z.shape[2:], -1).permute(0, 3, 1, 2)
        if self.training:
            self.n.data.mul_(self.decay).add_(oh.sum(0), alpha=1 - self.decay); self.avg.data.mul_(self.decay).add_(oh.t() @ flat, alpha=1 - self.decay); t = self.n.sum(); c = (self.n + 1e-5) / (t + len(self.n) * 1e-5) * t; self.emb.data.copy_(self.avg / c.unsqueeze(1))
        p = oh.mean(0); return z + (q - z).detach(), F.mse_loss(z, q.detach()), torch.exp(-torch.sum(p * torch.log(p + 1e-10))), i.view(z.shape[0], *z.shape[2:])
v = VQ(); q, l, ppl, idx = v(torch.randn(2, 4, 3, 3)); print(q.shape, l, ppl, idx[0], v.n)
X = torch.cat([torch.randn(20, 2) + 3, torch.randn(20, 2) - 3]); C = X[torch.randperm(40)[:2]]
for _ in range(5): a = torch.cdist(X, C).argmin(1); C = torch.stack([X[a == j].mean(0) for j in range(2)])
print(C.sort(0)[0], a.bincount()); Xc = X - X.mean(0); U, S, V = torch.linalg.svd(Xc, full_matrices=False); print(S, (S ** 2 / (S ** 2).sum()), (Xc @ V.T)[:2].abs()); print(torch.pca_lowrank(X, 2)[1].shape, torch.cov(X.T), torch.corrcoef(X.T)[0, 1], torch.linalg.lstsq(torch.cat([X, torch.ones(40, 1)], 1), X.sum(1)).solution.round(decimals=3))
lg = torch.randn(3, 10); t = lg / 0.8; kth = t.topk(4)[0][:, -1:]; t = t.masked_fill(t < kth, -float('inf')); sp, si = t.sort(descending=True); cp = sp.softmax(-1).cumsum(-1); rm = cp > .9; rm[..., 1:] = rm[..., :-1].clone(); rm[..., 0] = 0; t = t.masked_fill(rm.scatter(1, si, rm), -float('inf')); p = t.softmax(-1); print(p.gt(0).sum(1), torch.multinomial(p, 1).squeeze(1), p.max(1)); prev = torch.tensor([[1, 2], [3, 3], [0, 9]]); sc = torch.gather(lg, 1, prev); print(lg.scatter(1, prev, torch.where(sc < 0, sc * 1.2, sc / 1.2)).sum(1))
g = torch.Generator().manual_seed(3); print(torch.randn(3, generator=g), torch.randint(0, 9, (4,), generator=g), torch.randperm(5, generator=g), torch.rand(2, generator=torch.Generator().manual_seed(1))); st = torch.get_rng_state(); a = torch.rand(2); torch.set_rng_state(st); print(torch.equal(a, torch.rand(2)))
img = torch.rand(1, 1, 6, 6); sob = torch.tensor([[[[-1., 0, 1], [-2, 0, 2], [-1, 0, 1]]]]); gx, gy = F.conv2d(img, sob, padding=1), F.conv2d(img, sob.transpose(2, 3), padding=1); print((gx ** 2 + gy ** 2).sqrt().mean()); th = torch.tensor([[[.8, -.6, 0.], [.6, .8, 0.]]]); print(F.grid_sample(img, F.affine_grid(th, img.shape, align_corners=False), align_corners=False).sum()); mse = F.mse_loss(img, img.clamp(.1, .9)); print(10 * torch.log10(1 / mse)); bl = torch.exp(-(torch.arange(5.) - 2) ** 2 / 2); bl = (bl / bl.sum()); print(F.conv2d(F.pad(img, (2,) * 4, mode='reflect'), torch.outer(bl, bl)[None, None]).std())
