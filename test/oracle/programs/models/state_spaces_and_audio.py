# state space scan, depthwise convs, s4-like kernels, conv audio, spectrograms, wavenet
import math, torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
class Mamba(nn.Module):
    def __init__(self, d=8, n=4, k=3, expand=2):
        super().__init__(); self.di = d * expand; self.n = n; self.r = math.ceil(d / 4); self.in_proj = nn.Linear(d, self.di * 2, bias=False); self.conv = nn.Conv1d(self.di, self.di, k, groups=self.di, padding=k - 1); self.x_proj = nn.Linear(self.di, self.r + n * 2, bias=False); self.dt = nn.Linear(self.r, self.di)
        A = torch.arange(1, n + 1, dtype=torch.float32).repeat(self.di, 1); self.A_log = nn.Parameter(torch.log(A)); self.D = nn.Parameter(torch.ones(self.di)); self.out = nn.Linear(self.di, d, bias=False)
    def forward(self, x):
        b, l, _ = x.shape; xs, res = self.in_proj(x).split([self.di, self.di], dim=-1); xs = F.silu(self.conv(xs.transpose(1, 2))[..., :l].transpose(1, 2)); A = -torch.exp(self.A_log.float())
        dt, B, C = self.x_proj(xs).split([self.r, self.n, self.n], dim=-1); dt = F.softplus(self.dt(dt)); dA = torch.exp(torch.einsum('bld,dn->bldn', dt, A)); dBu = torch.einsum('bld,bln,bld->bldn', dt, B, xs)
        s = torch.zeros(b, self.di, self.n, device=x.device); ys = []
        for i in range(l): s = dA[:, i] * s + dBu[:, i]; ys.append(torch.einsum('bdn,bn->bd', s, C[:, i]))
        return self.out((torch.stack(ys, 1) + xs * self.D) * F.silu(res))
x = torch.randn(2, 6, 8); print(Mamba()(x).shape, Mamba()(x).sum())
class Wave(nn.Module):
    def __init__(self, c=6, layers=4): super().__init__(); self.f = nn.ModuleList([nn.Conv1d(c, 2 * c, 2, dilation=2 ** i) for i in range(layers)]); self.s = nn.ModuleList([nn.Conv1d(c, c, 1) for _ in range(layers)])
    def forward(self, x):
        skip = 0
        for i, (f, s) in enumerate(zip(self.f, self.s)): h = F.pad(x, (2 ** i, 0)); a, g = f(h).chunk(2, 1); z = torch.tanh(a) * torch.sigmoid(g); x = x + s(z); skip = skip + z
        return F.relu(skip)
print(Wave()(torch.randn(1, 6, 20)).mean())
sig = torch.sin(torch.arange(400.) * 0.1) + 0.1 * torch.randn(400); w = torch.hann_window(64); S = torch.stft(sig, 64, 16, window=w, return_complex=True); print(S.shape, S.abs().pow(2).mean(), S.abs()[3, :3]); rec = torch.istft(S, 64, 16, window=w, length=400); print((rec - sig).abs().max() < 1e-4)
def mel(n_mels=8, n_fft=64, sr=8000):
    f = torch.linspace(0, sr // 2, n_fft // 2 + 1); mm = torch.linspace(0, 2595 * math.log10(1 + (sr / 2) / 700), n_mels + 2); hz = 700 * (10 ** (mm / 2595) - 1); d = hz[1:] - hz[:-1]; sl = hz.unsqueeze(0) - f.unsqueeze(1); return torch.clamp(torch.min((-1.0 * sl[:, :-2]) / d[:-1], sl[:, 2:] / d[1:]), min=0)
M = mel(); ms = torch.log(torch.matmul(S.abs().pow(2).T, M) + 1e-6); print(ms.shape, ms.mean(0)[:4], M.sum(0)); dct = torch.cos(math.pi / 8 * (torch.arange(8.)[None] + .5) * torch.arange(5.)[:, None]); print((ms @ dct.T)[0])
dw = nn.Sequential(nn.Conv2d(4, 4, 3, padding=1, groups=4, bias=False), nn.Conv2d(4, 8, 1)); print(dw(torch.randn(1, 4, 5, 5)).shape, F.conv1d(sig[None, None], torch.ones(1, 1, 5) / 5, padding='same').shape, F.fold(F.unfold(torch.arange(16.).view(1, 1, 4, 4), 2, stride=2), (4, 4), 2, stride=2).flatten()[:5])
k = torch.fft.irfft(torch.fft.rfft(sig[:32], 64) * torch.fft.rfft(torch.exp(-torch.arange(32.) / 4), 64), 64)[:32]; print(k[:4]); a, b = torch.tensor([.5, .9]), torch.randn(2, 5); h = torch.zeros(2); o = []
for t in range(5): h = a * h + b[:, t]; o.append(h)
print(torch.stack(o, -1), torch.cumprod(a[:, None].expand(2, 5), -1)[:, -1], F.gumbel_softmax(torch.zeros(2, 3), tau=0.5, hard=True).sum(-1), F.ctc_loss(torch.randn(10, 2, 6).log_softmax(2), torch.randint(1, 6, (2, 4)), torch.full((2,), 10), torch.full((2,), 4)))
