"""Calls that fit none of a function's signatures, and those that only one signature could take."""
import torch
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x = torch.ones(2)
t(lambda: torch.max(1, 2)); t(lambda: torch.max(1)); t(lambda: torch.zeros('a')); t(lambda: torch.zeros((2.5, 1)))
t(lambda: torch.ones((2, 2.5))); t(lambda: torch.arange('a')); t(lambda: torch.where(1)); t(lambda: torch.mean(1))
t(lambda: torch.mean(x, dim=1.5)); t(lambda: torch.cat(1)); t(lambda: torch.cat([x], dim=1.5)); t(lambda: torch.sort(1))
t(lambda: torch.sort(x, dim=1.5, descending=True, stable=True)); t(lambda: torch.any(x, dim=1.5, keepdim=True))
t(lambda: torch.var_mean(x, dim=1.5)); t(lambda: torch.unbind(x, 1.5)); t(lambda: torch.special.zeta(1, 2))
t(lambda: torch.round(x, decimals=1.5)); t(lambda: torch.zeros((2.5,), dtype=torch.float32, device='cpu'))
