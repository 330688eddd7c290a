"""Embeddings with a largest norm: rows that are looked up are shortened in the table."""

import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
e = nn.Embedding(6, 4, max_norm=1.0)
i = torch.tensor([[0, 2], [2, 5]])
before = e.weight.detach().clone()
y = e(i)
print(y.shape, y, e.weight)
print((before != e.weight).any(1), e.weight.norm(dim=1))
print(e(torch.tensor([1])).norm())
w = torch.randn(5, 3) * 3
print(F.embedding(torch.tensor([4, 0]), w, max_norm=2.0, norm_type=1.0), w)
print(F.embedding(torch.tensor([1]), w, padding_idx=2, max_norm=0.5))
b = nn.EmbeddingBag(5, 3, max_norm=0.7, mode='sum')
print(b(torch.tensor([0, 1, 1, 4]), torch.tensor([0, 2])), b.weight, b)
print(F.embedding_bag(torch.tensor([[0, 1], [2, 2]]), w, max_norm=1., mode='max'))
print(F.embedding(i, torch.ones(6, 2)), e, F.embedding(input=i, weight=torch.ones(6, 2), max_norm=0.1).sum())
t = torch.randn(3,2)*5
print(torch.embedding_renorm_(t, torch.tensor([2]), 1.0, 2.0), t)
