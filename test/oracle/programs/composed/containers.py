# Lists and dicts of parameters, bags of embeddings, what a module's file offers.
import torch, torch.nn as nn
from torch.nn.modules.container import Sequential, ParameterList as PL
from torch.nn.modules.conv import Conv2d
from torch.nn.modules.linear import Linear
print(PL is nn.ParameterList, Sequential is nn.Sequential, Conv2d is nn.Conv2d)
class M(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.ParameterList([nn.Parameter(torch.ones(2)), nn.Parameter(torch.zeros(2, 3))])
        self.d = nn.ParameterDict({'b': nn.Parameter(torch.ones(2)), 'a': torch.zeros(1)})
        self.e = nn.EmbeddingBag(5, 3, mode='sum')
m = M()
print(m)
print([n for n, _ in m.named_parameters()], len(m.w), m.w[-1].shape, list(m.d), m.w[0:1])
m.w.append(nn.Parameter(torch.ones(1)))
m.w += [torch.ones(4)]
print(len(m.w), [p.shape for p in m.w], list(m.state_dict()))
m.d['c'] = torch.ones(3)
print(m.d.pop('a').shape, list(m.d.keys()), 'b' in m.d, dict(m.d.items())['c'].requires_grad)
print(nn.RReLU().eval()(torch.tensor([-1.0, 2.0])), nn.Softmax2d()(torch.ones(2, 2, 2))[0])
for f in (lambda: m.w[9], lambda: m.w(), lambda: m.d['zz'], lambda: nn.EmbeddingBag(3, 2, padding_idx=4), lambda: m.w.extend(torch.ones(2))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
