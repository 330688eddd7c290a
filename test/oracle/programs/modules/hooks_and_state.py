import torch
from torch import nn
import torch.nn.modules.module as M

class A(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(3, 2)
        self.bn = nn.BatchNorm1d(2)
        self.e = 5
    def forward(self, x, *, scale=1.0):
        return self.bn(self.lin(x)) * scale
    def get_extra_state(self):
        return {"e": self.e}
    def set_extra_state(self, s):
        self.e = s["e"]

torch.manual_seed(0)
a = A()
print(list(a.state_dict().keys()))
print(a.state_dict()._metadata)
b = A(); b.e = 7
print(b.load_state_dict(a.state_dict()), b.e)
sd = a.state_dict()
del sd["_extra_state"]
try: b.load_state_dict(sd)
except RuntimeError as e: print(e)
sd["extra"] = torch.zeros(2)
sd["lin.weight"] = torch.zeros(3, 3)
sd["lin.bias"] = 4
try: b.load_state_dict(sd)
except RuntimeError as e: print(e)
print(b.load_state_dict({k: v for k, v in sd.items() if not k.startswith('lin')}, strict=False))
def hook(m, i, o):
    print(type(m).__name__, [t.shape for t in i], o.shape)
h = a.register_forward_hook(hook)
a(torch.zeros(4, 3), scale=2.0)
h.remove()
g = M.register_module_forward_hook(hook)
a(torch.zeros(4, 3))
g.remove()
g = M.register_module_forward_pre_hook(lambda m, i: print("pre", type(m).__name__))
a(torch.zeros(4, 3))
g.remove()
p = a.register_forward_pre_hook(lambda m, i: (i[0] + 1,))
print(a.eval()(torch.zeros(4, 3)))
p.remove()
print(a(torch.zeros(4, 3)))
def post(m, keys):
    print("post", keys.missing_keys, keys.unexpected_keys)
    keys.missing_keys.clear()
a.register_load_state_dict_post_hook(post)
sd = a.state_dict(); del sd["lin.bias"]
print(a.load_state_dict(sd))
a._register_state_dict_hook(lambda m, sd, prefix, meta: print("hook", len(sd), repr(prefix), meta))
a.state_dict()
class O(nn.BatchNorm1d):
    _version = 1
o = O(2)
print(o.state_dict()._metadata)
x = nn.BatchNorm1d(2)
print(x.load_state_dict({"weight": torch.ones(2), "bias": torch.zeros(2), "running_mean": torch.zeros(2), "running_var": torch.ones(2)}))
class Loader(nn.Linear):
    def _load_from_state_dict(self, state_dict, prefix, *args):
        old = prefix + "w"
        if old in state_dict:
            state_dict[prefix + "weight"] = state_dict.pop(old)
        super()._load_from_state_dict(state_dict, prefix, *args)
l = nn.Sequential(Loader(2, 2))
print(l.load_state_dict({"0.w": torch.ones(2, 2), "0.bias": torch.ones(2)}), l[0].weight)
print(l.to_empty(device="cpu")[0].weight.shape)
