"""Connectionist temporal classification as a layer, and a bias whose type the padding hides."""
import torch, torch.nn as nn, torch.nn.functional as F
x = ((torch.arange(120) * 37 % 101) / 50 - 1).reshape(10, 3, 4).log_softmax(2)
labels = torch.tensor([[1, 2, 3], [1, 1, 2], [3, 1, 1]])
lengths = torch.tensor([10, 9, 8]), torch.tensor([3, 2, 0])
for reduction in ('none', 'mean', 'sum'):
    print(nn.CTCLoss(reduction=reduction)(x, labels, *lengths))
print(nn.CTCLoss(blank=0, zero_infinity=True), nn.CTCLoss(zero_infinity=True)(x, labels, (10, 2, 8), (3, 3, 1)))
y, w = torch.arange(72.).reshape(1, 2, 6, 6), torch.ones(3, 2, 3, 3)
print(F.conv2d(y, w, torch.tensor([1, 2, 3]), padding='valid').sum())
try: F.conv2d(y, w, torch.tensor([1, 2, 3]))
except RuntimeError as e: print(e)
