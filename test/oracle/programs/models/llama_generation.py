# llama-like: rmsnorm, rotary, gqa, swiglu, kv cache, generate
import math, torch, torch.nn as nn, torch.nn.functional as F
from dataclasses import dataclass
from typing import Optional, Tuple
torch.manual_seed(4)
@dataclass
class Args:
    dim: int = 32; n_layers: int = 2; n_heads: int = 4; n_kv_heads: Optional[int] = 2; vocab: int = 50; multiple_of: int = 16; eps: float = 1e-5; max_len: int = 32; max_batch: int = 2
class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6): super().__init__(); self.eps = eps; self.weight = nn.Parameter(torch.ones(dim))
    def _norm(self, x): return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps)
    def forward(self, x): return self._norm(x.float()).type_as(x) * self.weight
def precompute(dim, end, theta=10000.0):
    freqs = 1.0 / (theta ** (torch.arange(0, dim, 2)[: (dim // 2)].float() / dim))
    t = torch.arange(end, device=freqs.device); freqs = torch.outer(t, freqs).float()
    return torch.polar(torch.ones_like(freqs), freqs)
def reshape_b(f, x):
    ndim = x.ndim; assert 0 <= 1 < ndim; assert f.shape == (x.shape[1], x.shape[-1])
    return f.view(*[d if i == 1 or i == ndim - 1 else 1 for i, d in enumerate(x.shape)])
def rotary(xq, xk, f):
    q_ = torch.view_as_complex(xq.float().reshape(*xq.shape[:-1], -1, 2)); k_ = torch.view_as_complex(xk.float().reshape(*xk.shape[:-1], -1, 2))
    f = reshape_b(f, q_)
    return torch.view_as_real(q_ * f).flatten(3).type_as(xq), torch.view_as_real(k_ * f).flatten(3).type_as(xk)
def repeat_kv(x, n):
    bs, sl, h, d = x.shape
    return x if n == 1 else x[:, :, :, None, :].expand(bs, sl, h, n, d).reshape(bs, sl, h * n, d)
class Attention(nn.Module):
    def __init__(self, a):
        super().__init__(); self.kv = a.n_heads if a.n_kv_heads is None else a.n_kv_heads; self.h = a.n_heads; self.rep = self.h // self.kv; self.d = a.dim // a.n_heads
        self.wq = nn.Linear(a.dim, a.n_heads * self.d, bias=False); self.wk = nn.Linear(a.dim, self.kv * self.d, bias=False); self.wv = nn.Linear(a.dim, self.kv * self.d, bias=False); self.wo = nn.Linear(a.n_heads * self.d, a.dim, bias=False)
        self.cache_k = torch.zeros((a.max_batch, a.max_len, self.kv, self.d)); self.cache_v = torch.zeros((a.max_batch, a.max_len, self.kv, self.d))
    def forward(self, x, start, f, mask):
        b, s, _ = x.shape
        xq, xk, xv = self.wq(x).view(b, s, self.h, self.d), self.wk(x).view(b, s, self.kv, self.d), self.wv(x).view(b, s, self.kv, self.d)
        xq, xk = rotary(xq, xk, f)
        self.cache_k = self.cache_k.to(xq); self.cache_v = self.cache_v.to(xq)
        self.cache_k[:b, start:start + s] = xk; self.cache_v[:b, start:start + s] = xv
        k, v = repeat_kv(self.cache_k[:b, :start + s], self.rep), repeat_kv(self.cache_v[:b, :start + s], self.rep)
        xq, k, v = xq.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2)
        sc = torch.matmul(xq, k.transpose(2, 3)) / math.sqrt(self.d)
        if mask is not None: sc = sc + mask
        sc = F.softmax(sc.float(), dim=-1).type_as(xq)
        return self.wo(torch.matmul(sc, v).transpose(1, 2).contiguous().view(b, s, -1))
class FF(nn.Module):
    def __init__(self, dim, hidden, m):
        super().__init__(); hidden = int(2 * hidden / 3); hidden = m * ((hidden + m - 1) // m); self.w1, self.w2, self.w3 = nn.Linear(dim, hidden, bias=False), nn.Linear(hidden, dim, bias=False), nn.Linear(dim, hidden, bias=False)
    def forward(self, x): return self.w2(F.silu(self.w1(x)) * self.w3(x))
class Block(nn.Module):
    def __init__(self, i, a): super().__init__(); self.attention = Attention(a); self.ff = FF(a.dim, 4 * a.dim, a.multiple_of); self.layer_id = i; self.an, self.fn = RMSNorm(a.dim, a.eps), RMSNorm(a.dim, a.eps)
    def forward(self, x, s, f, m): h = x + self.attention(self.an(x), s, f, m); return h + self.ff(self.fn(h))
class Transformer(nn.Module):
    def __init__(self, a):
        super().__init__(); self.tok = nn.Embedding(a.vocab, a.dim); self.layers = nn.ModuleList()
        for i in range(a.n_layers): self.layers.append(Block(i, a))
        self.norm = RMSNorm(a.dim, a.eps); self.out = nn.Linear(a.dim, a.vocab, bias=False); self.f = precompute(a.dim // a.n_heads, a.max_len * 2)
    @torch.inference_mode()
    def forward(self, t, start):
        b, s = t.shape; h = self.tok(t); self.f = self.f.to(h.device); f = self.f[start:start + s]; mask = None
        if s > 1:
            mask = torch.full((s, s), float('-inf'), device=t.device); mask = torch.triu(mask, diagonal=1); mask = torch.hstack([torch.zeros((s, start)), mask]).type_as(h)
        for l in self.layers: h = l(h, start, f, mask)
        return self.out(self.norm(h)).float()
def top_p(probs, p):
    ps, pi = torch.sort(probs, dim=-1, descending=True); cs = torch.cumsum(ps, dim=-1); m = cs - ps > p; ps[m] = 0.0; ps.div_(ps.sum(dim=-1, keepdim=True)); nt = torch.multinomial(ps, num_samples=1)
    return torch.gather(pi, -1, nt)
a = Args(); net = Transformer(a).eval()
prompts = [[1, 5, 9], [1, 7]]
mn, mx = min(map(len, prompts)), max(map(len, prompts)); total = 10
tokens = torch.full((2, total), -1, dtype=torch.long)
for k, t in enumerate(prompts): tokens[k, : len(t)] = torch.tensor(t, dtype=torch.long)
prev = 0; eos = torch.tensor([False] * 2); it = tokens != -1
for cur in range(mn, total):
    lg = net.forward(tokens[:, prev:cur], prev)
    nt = top_p(torch.softmax(lg[:, -1] / 0.6, dim=-1), 0.9).reshape(-1) if cur % 2 else torch.argmax(lg[:, -1], dim=-1)
    nt = torch.where(it[:, cur], tokens[:, cur], nt); tokens[:, cur] = nt
    eos |= (~it[:, cur]) & (nt == 2); prev = cur
    if all(eos): break
print(tokens, lg.shape, lg.sum(), sum(p.numel() for p in net.parameters()), net.f.dtype, net.f[1])
