# What the last step of a loss is called in grad_fn, and its class.
import torch, torch.nn.functional as F
x = torch.randn(3, 5, requires_grad=True); y = torch.tensor([1, 2, 3]); p = torch.softmax(torch.randn(3, 5), 1)
x4 = torch.randn(2, 5, 3, requires_grad=True); y4 = torch.randint(0, 5, (2, 3)); x5 = torch.randn(2, 5, 3, 3, requires_grad=True); y5 = torch.randint(0, 5, (2, 3, 3)); x1 = torch.randn(5, requires_grad=True)
for a, b in ((x, y), (x4, y4), (x5, y5), (x1, torch.tensor(2)), (x, p), (torch.randn(2, 5, 2, 2, 2, requires_grad=True), torch.zeros(2, 2, 2, 2).long())):
    for r in ('mean', 'sum', 'none'):
        for ls in (0.0, 0.1):
            for w in (None, torch.ones(5)):
                print(a.shape, r, ls, w is None, type(F.cross_entropy(a, b, weight=w, reduction=r, label_smoothing=ls).grad_fn).__name__)
        if b is not p: print('nll', type(F.nll_loss(a, b, reduction=r).grad_fn).__name__)
print(type((x * 2).grad_fn), (x * 2).grad_fn.name())
