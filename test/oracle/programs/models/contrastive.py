# clip-like contrastive, temperature, text transformer, gather of eot, similarity, retrieval metrics
import math, numpy as np, torch, torch.nn as nn, torch.nn.functional as F
from collections import OrderedDict
torch.manual_seed(0)
class QuickGELU(nn.Module):
    def forward(self, x): return x * torch.sigmoid(1.702 * x)
class LN(nn.LayerNorm):
    def forward(self, x):
        t = x.dtype; return super().forward(x.type(torch.float32)).type(t)
class RAB(nn.Module):
    def __init__(self, d, h, mask=None):
        super().__init__(); self.attn = nn.MultiheadAttention(d, h); self.ln_1 = LN(d); self.mlp = nn.Sequential(OrderedDict([('c_fc', nn.Linear(d, d * 4)), ('gelu', QuickGELU()), ('c_proj', nn.Linear(d * 4, d))])); self.ln_2 = LN(d); self.attn_mask = mask
    def attention(self, x):
        self.attn_mask = self.attn_mask.to(dtype=x.dtype, device=x.device) if self.attn_mask is not None else None
        return self.attn(x, x, x, need_weights=False, attn_mask=self.attn_mask)[0]
    def forward(self, x): x = x + self.attention(self.ln_1(x)); return x + self.mlp(self.ln_2(x))
class CLIP(nn.Module):
    def __init__(self, d=16, ctx=8, vocab=30):
        super().__init__(); self.ctx = ctx; self.tok = nn.Embedding(vocab, d); self.pos = nn.Parameter(torch.empty(ctx, d)); mask = torch.empty(ctx, ctx); mask.fill_(float('-inf')); mask.triu_(1)
        self.tr = nn.Sequential(*[RAB(d, 2, mask) for _ in range(2)]); self.ln = LN(d); self.proj = nn.Parameter(torch.empty(d, 12)); self.conv1 = nn.Conv2d(3, d, 4, 4, bias=False); self.cls = nn.Parameter(d ** -0.5 * torch.randn(d)); self.vpos = nn.Parameter(d ** -0.5 * torch.randn(5, d)); self.vtr = RAB(d, 2); self.vproj = nn.Parameter(d ** -0.5 * torch.randn(d, 12)); self.logit_scale = nn.Parameter(torch.ones([]) * np.log(1 / 0.07))
        nn.init.normal_(self.tok.weight, std=0.02); nn.init.normal_(self.pos, std=0.01); nn.init.normal_(self.proj, std=d ** -0.5)
        for b in self.tr: nn.init.normal_(b.attn.in_proj_weight, std=d ** -0.5); nn.init.normal_(b.mlp.c_fc.weight, std=(2 * d) ** -0.5)
    @property
    def dtype(self): return self.conv1.weight.dtype
    def encode_image(self, x):
        x = self.conv1(x.type(self.dtype)); x = x.reshape(x.shape[0], x.shape[1], -1).permute(0, 2, 1)
        x = torch.cat([self.cls.to(x.dtype) + torch.zeros(x.shape[0], 1, x.shape[-1], dtype=x.dtype, device=x.device), x], dim=1) + self.vpos.to(x.dtype)
        return (self.vtr(x.permute(1, 0, 2)).permute(1, 0, 2)[:, 0, :]) @ self.vproj
    def encode_text(self, t):
        x = self.tok(t).type(self.dtype) + self.pos.type(self.dtype); x = self.ln(self.tr(x.permute(1, 0, 2)).permute(1, 0, 2)).type(self.dtype)
        return x[torch.arange(x.shape[0]), t.argmax(dim=-1)] @ self.proj
    def forward(self, i, t):
        a, b = self.encode_image(i), self.encode_text(t); a = a / a.norm(dim=1, keepdim=True); b = b / b.norm(dim=1, keepdim=True); s = self.logit_scale.exp(); return s * a @ b.t(), s * b @ a.t()
m = CLIP(); im = torch.randn(4, 3, 8, 8); tx = torch.randint(1, 29, (4, 8)); tx[:, -1] = 29
li, lt = m(im, tx); y = torch.arange(4); loss = (F.cross_entropy(li, y) + F.cross_entropy(lt, y)) / 2
print(li.shape, loss.item(), m.logit_scale, li.softmax(-1).argmax(1)); ranks = (li.argsort(descending=True, dim=1) == y[:, None]).nonzero()[:, 1]; print(ranks.float().mean(), [(ranks < k).float().mean().item() for k in (1, 2)])
print(np.round(li.detach().cpu().numpy()[0], 3).tolist(), np.linalg.norm(m.cls.detach().numpy()).round(4), sum(np.prod(p.shape) for p in m.parameters()))
e = torch.randn(6, 5); sim = F.cosine_similarity(e[:, None], e[None], dim=-1); print(sim.diagonal(), sim.fill_diagonal_(-9).max(1)); z = F.normalize(e, dim=1); lg = z @ z.T / 0.5; lg.masked_fill_(torch.eye(6, dtype=torch.bool), float('-inf')); print(F.cross_entropy(lg, torch.tensor([3, 4, 5, 0, 1, 2])))
