"""Products of vectors and matrices, and what PyTorch refuses of them."""

import torch
import torch.nn.functional as F


def cases(record):
    v, w = torch.randn(3), torch.randn(4)
    a, b = torch.randn(2, 3), torch.randn(3, 4)
    products(record, v, w, a, b)
    batches(record, a, b)
    sums(record, v, a, b)
    layers(record, a)


def products(record, v, w, a, b):
    for name in ("mm", "matmul"):
        record(name, a, b)
        record(name, a.double(), b.double())
        record(name, (a * 9).long(), (b * 9).long())
        record(name, (a * 9).int(), (b * 9).int())
        record(name, a.bfloat16(), b.bfloat16())
        record(name, a, b.double())
        record(name, a.double(), b)
        record(name, a.long(), b)
        record(name, a > 0, b > 0)
        record(name, a, a)
        record(name, a, b[:0])
        record(name, a[:, :0], b[:0])
    record("mm", v, b)
    record("mm", a, v)
    record("mm", a[None], b)
    record("mv", a, v)
    record("mv", a, w)
    record("mv", v, a)
    record("mv", a, b)
    record("dot", v, v * 2)
    record("dot", v, w)
    record("dot", a, v)
    record("dot", v, v.double())
    record("dot", (v * 9).long(), (v * 9).long())
    record("outer", v, w)
    record("outer", v, w.long())
    record("outer", a, w)
    record("outer", v, a)


def batches(record, a, b):
    x, y = torch.randn(5, 2, 3), torch.randn(5, 3, 4)
    record("bmm", x, y)
    record("bmm", x, y[:4])
    record("bmm", x, x)
    record("bmm", a, y)
    record("bmm", x, b)
    record("bmm", x, y.double())
    pairs = [
        (x, y), (x, b), (a, y), (x[0, 0], b), (x, y[0, :, 0]), (x[0, 0], y), (x[0, 0], y[0, :, 0]),
        (torch.randn(2, 1, 2, 3), y), (torch.randn(2, 5, 2, 3), torch.randn(2, 1, 3, 4)),
        (x, torch.randn(4, 3, 4)), (x, x), (x, x[0, 0, :2]), (x[0, 0, :2], y), (x[0, 0, :2], x[0, 0]),
        (torch.tensor(1.0), a), (a, torch.tensor(1.0)), (x, b[:2]), (x.double(), y), (x[:0], y[:0]),
        (torch.randn(2, 5, 2, 3), torch.randn(3, 5, 3, 4)), (a, x),
    ]
    for left, right in pairs:
        record("matmul", left, right)


def sums(record, v, a, b):
    c = torch.randn(2, 4)
    record("addmm", c, a, b)
    record("addmm", c, a, b, beta=0.5, alpha=2)
    record("addmm", c[0], a, b)
    record("addmm", c[:, :1], a, b)
    record("addmm", torch.tensor(1.0), a, b)
    record("addmm", c[:, :3], a, b)
    record("addmm", c, a, a)
    record("addmm", c, v, b)
    record("addmm", c, a, v)
    record("addmm", c * float("nan"), a, b, beta=0)
    record("addmv", c[:, 0], a, v)
    record("addmv", c[:, 0], a, v, beta=2, alpha=0.5)
    x, y, z = torch.randn(5, 2, 3), torch.randn(5, 3, 4), torch.randn(5, 2, 4)
    record("baddbmm", z, x, y)
    record("baddbmm", z[0], x, y, beta=0.5, alpha=2)
    record("baddbmm", z, x, x)
    record("addbmm", z[0], x, y)
    record("addbmm", z[0], x, y, beta=0.5, alpha=2)


def layers(record, a):
    weight, bias = torch.randn(4, 3), torch.randn(4)
    call = F.linear
    shapes = [(3,), (2, 3), (5, 2, 3), (2, 1, 2, 3), (0, 3)]
    for shape in shapes:
        x = torch.randn(shape)
        record("linear", x, weight, call=call)
        record("linear", x, weight, bias, call=call)
        record("linear", x[..., :2], weight, bias, call=call)
    record("linear", a, weight, bias[:2], call=call)
    record("linear", a, weight[0], call=call)
    record("linear", a.double(), weight, call=call)
    record("linear", a.double(), weight, bias, call=call)
    record("linear", a, weight, bias.double(), call=call)
    record("linear", a.long(), weight, bias, call=call)
    record("linear", a.double(), weight.double(), bias.double(), call=call)
    x, y = torch.randn(2, 3), torch.randn(2, 4)
    table, more = torch.randn(5, 3, 4), torch.randn(5)
    record("bilinear", x, y, table, call=F.bilinear)
    record("bilinear", x, y, table, more, call=F.bilinear)
    record("bilinear", x[None], y[None], table, more, call=F.bilinear)
    record("bilinear", y, x, table, call=F.bilinear)
