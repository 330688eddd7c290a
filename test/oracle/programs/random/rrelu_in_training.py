"""The randomized leaky rectifier: slopes are drawn for negative elements while it trains."""

import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(3, 4, requires_grad=True)
m = nn.RReLU(0.1, 0.3)
y = m(x); print(y)
print(torch.rand(2))
m.eval(); print(m(x), m)
print(F.rrelu(x.detach(), training=True), F.rrelu(x.detach()))
print(F.rrelu(x.detach().double().t(), 0.2, 0.8, True))
z = x.detach().clone(); r = F.rrelu(z, training=True, inplace=True); print(z, r is z)
print(torch.rrelu(z - 1, 0.1, 0.2, True), torch.rand(1))
w = z - 2; torch.rrelu_(w, training=False); print(w); nn.RReLU(inplace=True)(w); print(w)
for f in (lambda: F.rrelu(torch.ones(2).long(), training=True), lambda: F.rrelu(z, 0.5, 0.1, True), lambda: torch.rrelu('a'), lambda: F.rrelu(torch.ones(2).half(), training=True)):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split('\n')[0])
