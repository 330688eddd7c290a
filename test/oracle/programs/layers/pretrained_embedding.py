"""Embedding.from_pretrained: the table is shared, and frozen unless asked otherwise."""
import torch, torch.nn as nn
torch.manual_seed(0)
w = torch.arange(6.).reshape(3, 2)
e = nn.Embedding.from_pretrained(w)
print(e, e.weight, e(torch.tensor([2, 0])))
e = nn.Embedding.from_pretrained(w, freeze=False, padding_idx=1)
print(e, e.weight.requires_grad, torch.rand(1))
try: nn.Embedding.from_pretrained(torch.ones(3))
except AssertionError as x: print(x)
try: nn.Embedding(3, 3, _weight=w)
except AssertionError as x: print(x)
class E(nn.Embedding): pass
print(E.from_pretrained(w), nn.Embedding(3, 2, _weight=w).weight.requires_grad)
print(nn.Embedding(4, 2, padding_idx=-1).weight[3])
