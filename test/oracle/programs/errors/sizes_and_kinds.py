# What pools, products and convolutions refuse: sizes, lists of sizes and kinds of numbers.
import torch, torch.nn as nn, torch.nn.functional as F
def t(name, fn):
    try: r = fn(); print(name, tuple(r.shape) if hasattr(r, 'shape') else r)
    except Exception as e: print(name, type(e).__name__, str(e).split('\n')[0])
x2, x3, x4 = torch.randn(3, 4), torch.randn(2, 3, 8), torch.randn(1, 2, 6, 6)
for n, f in (('aap1', F.adaptive_avg_pool1d), ('aap2', F.adaptive_avg_pool2d), ('aap3', F.adaptive_avg_pool3d), ('amp1', F.adaptive_max_pool1d), ('amp2', F.adaptive_max_pool2d), ('amp3', F.adaptive_max_pool3d)):
    for x in (torch.randn(4), x2, x3, x4):
        for s in ((2, (2,)) if n[3] == "1" else (2, (2,), (2, 2), (2, 2, 2), (2, None), [None, 2])): t(f'{n} {x.dim()} {s}', lambda: f(x, s))
for n, f in (('mp1', F.max_pool1d), ('ap1', F.avg_pool1d), ('mp2', F.max_pool2d), ('ap2', F.avg_pool2d)):
    for kw in (dict(kernel_size=(2, 2)), dict(kernel_size=2, stride=(1, 2)), dict(kernel_size=2, padding=(1, 1)), dict(kernel_size=9), dict(kernel_size=3, padding=2), dict(kernel_size=(2, 2, 2)), dict(kernel_size=0), dict(kernel_size=2, stride=0), dict(kernel_size=2, padding=-1)):
        for x in (x2, x3, x4): t(f'{n} {kw} {x.dim()}', lambda: f(x, **kw))
t('mp1 dil', lambda: F.max_pool1d(x3, 2, dilation=(1, 2))); t('mp1 dil2', lambda: F.max_pool1d(x3, 5, dilation=4)); t('mp1 int', lambda: F.max_pool1d(x3.long(), 2)); t('mp1 int idx', lambda: F.max_pool1d(x3.long(), 2, return_indices=True)); t('mp2 int', lambda: F.max_pool2d(x4.long(), 2)); t('mp1 bool', lambda: F.max_pool1d(x3 > 0, 2)); t('ap1 bool', lambda: F.avg_pool1d(x3 > 0, 2)); t('ap2 int', lambda: F.avg_pool2d(x4.int(), 2))
for d in (torch.bool, torch.int64, torch.float64, torch.float16):
    a, b = x3[:, :, :3], torch.randn(2, 3, 4); m, v = x2[:, :3], torch.randn(3)
    for w in (0, 1, 2):
        p, q = (a.to(d) if w != 1 else a), (b.to(d) if w != 0 else b); t(f'bmm {d} {w}', lambda: torch.bmm(p, q)); t(f'matmul {d} {w}', lambda: p @ q); t(f'mm {d} {w}', lambda: torch.mm(p[0], q[0])); t(f'mv {d} {w}', lambda: torch.mv(p[0], q[0, :, 0])); t(f'dot {d} {w}', lambda: torch.dot(p[0, 0], q[0, :, 0])); t(f'inner {d} {w}', lambda: torch.inner(p[0], q[0].t()))
        t(f'addmm {d} {w}', lambda: torch.addmm(torch.zeros(3, 4), p[0], q[0])); t(f'baddbmm {d} {w}', lambda: torch.baddbmm(torch.zeros(2, 3, 4), p, q)); t(f'linear {d} {w}', lambda: F.linear(p[0], q[0].t())); t(f'linearb {d} {w}', lambda: F.linear(p[0], q[0].t(), torch.zeros(4)))
        ci, cw = (x4.to(d) if w != 1 else x4), (torch.ones(3, 2, 2, 2).to(d) if w != 0 else torch.ones(3, 2, 2, 2)); t(f'conv {d} {w}', lambda: F.conv2d(ci, cw)); t(f'convb {d} {w}', lambda: F.conv2d(ci, cw, torch.zeros(3))); t(f'conv1 {d} {w}', lambda: F.conv1d(ci[0], cw[..., 0])); t(f'convT {d} {w}', lambda: F.conv_transpose2d(ci, cw.transpose(0, 1)))
