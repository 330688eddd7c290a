# What PyTorch says of an `out=` that does not fit.
import torch
import torch.nn.functional as F

x = torch.ones(2)
empty = torch.empty(0)
leaf = torch.ones(2, requires_grad=True)

calls = {
    'cast': lambda: torch.add(x, 0.5, out=empty.long()),
    'exact': lambda: torch.mm(x[None], x[:, None], out=empty.double()),
    'found': lambda: torch.abs(x, out=empty.double()),
    'cat': lambda: torch.cat([x, x], out=empty.long()),
    'dtype': lambda: torch.zeros(2, dtype=torch.int64, out=empty),
    'gradient': lambda: torch.add(leaf, 1, out=empty),
    'gradient of the output': lambda: torch.add(x, 1, out=leaf),
    'gradient in a list': lambda: torch.stack([leaf, x], out=empty),
    'no gradient asked': lambda: torch.no_grad()(lambda: torch.add(leaf, 1, out=empty))(),
    'text': lambda: torch.add(x, 1, out='empty'),
    'one of two': lambda: torch.max(x, 0, out=empty),
    'without a dim': lambda: torch.sum(x, out=empty),
    'takes none': lambda: torch.relu(x, out=empty),
    'a method': lambda: x.add(1, out=empty),
    'functional': lambda: F.softmax(x, 0, out=empty),
    'functional of C': lambda: F.softplus(x, out=torch.empty(0)),
    'None': lambda: torch.add(x, 1, out=None),
}
for name, call in calls.items():
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)
