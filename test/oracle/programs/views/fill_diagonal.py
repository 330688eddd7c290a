# The diagonal in place.
import torch
for shape in ((3, 3), (2, 4), (7, 3), (2, 2, 2)):
    for wrap in (False, True):
        x = torch.zeros(shape); y = x.fill_diagonal_(5, wrap); print(x, y is x)
a = torch.arange(12.).view(3, 4).t(); print(a.fill_diagonal_(-1.), a.storage_offset())
for bad in (torch.zeros(3), torch.zeros(2, 3, 2)):
    try: bad.fill_diagonal_(1)
    except RuntimeError as e: print(e)
z = torch.ones(3, 3, requires_grad=True) * 2
print(z.fill_diagonal_(0))
