# New tensors that are written through a view, and tensors split where other tensors say.
import torch

x = torch.arange(12.0).reshape(3, 4)
v = torch.tensor([1.0, 2.0, 3.0])
print(torch.diag(v), torch.diag(x), x.diag(1), v.diag(-1))
print(torch.diagflat(torch.ones(2, 2), 1))
print(torch.diag_embed(x[:2, :3], offset=1, dim1=0, dim2=2))
print(x.select_scatter(torch.zeros(4), 0, 1))
print(x.diagonal_scatter(torch.full((3,), -1.0), 1))
print(torch.as_strided_scatter(x, torch.zeros(2, 2), (2, 2), (1, 2)))
print(torch.fill(v, 7), v, torch.zero_(v), v)
print(torch.hsplit(x, 2), torch.vsplit(x, 3), torch.dsplit(x.reshape(1, 3, 4), 4))
print(torch.tensor_split(x, torch.tensor([1, 3]), dim=1), torch.tensor_split(x, torch.tensor(2)))
print(torch.inner(x, x), torch.inner(torch.tensor(2.0), x))
print(torch.broadcast_tensors(torch.ones(3, 1), torch.zeros(2)), torch.broadcast_shapes((3, 1), (2,)))
attempts = [
    lambda: torch.diag(torch.zeros(2, 2, 2)),
    lambda: x.diag(2.5),
    lambda: torch.diag_embed(x, dim1=0, dim2=0),
    lambda: x.select_scatter(torch.zeros(3), 0, 1),
    lambda: torch.hsplit(x, 3),
    lambda: torch.inner(x, torch.zeros(3)),
    lambda: torch.broadcast_tensors(torch.ones(3), torch.ones(2)),
    lambda: torch.broadcast_shapes((3,), (2,)),
    lambda: x.expand(2, 3, 4).zero_(),
]
for attempt in attempts:
    try:
        attempt()
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print('no error')
a = torch.ones(3, requires_grad=True)
print(torch.diag(a), torch.diag_embed(a), torch.inner(a, a))
