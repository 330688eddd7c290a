"""Complex numbers: arithmetic, functions, products, reductions, tests."""

import torch


def cases(record):
    for dtype in (torch.complex64, torch.complex128):
        z = torch.tensor([[1 + 2j, 3 - 1j, 0.5j], [-2.0, 0.25 - 0.5j, 1.0]], dtype=dtype)
        w = torch.tensor([[0.5 - 1j, 2.0, 1 + 1j], [1j, -1 - 1j, 3.0]], dtype=dtype)
        arithmetic(record, z, w)
        functions(record, w * 0.7 + 0.1 + 0.2j)
        reductions(record, z)
        products(record, z, w)
        tests(record, z, w)
        moving(record, z, w)


def arithmetic(record, z, w):
    x = torch.tensor([1.0, 2.0, -0.5])
    for name in ("add", "sub", "mul", "div"):
        for other in (w, x, x.double(), 2, 0.5, torch.tensor([1, 2, 3]), torch.tensor(1.5)):
            record(name, z, other)
            if isinstance(other, torch.Tensor):
                record(name, other, z)
    for exponent in (0, 1, 2, 3, -1, -2, 0.5, -0.5, 2.5, w, x):
        record("pow", z, exponent)
    record("neg", z)
    record("square", z)
    record("polar", x.abs(), x)
    record("complex", x, x.flip(0))
    record("complex", x, x.double())
    record("complex", x.long(), x.long())


def functions(record, z):
    for name in (
        "exp", "log", "log2", "log10", "sqrt", "rsqrt", "reciprocal", "sin", "cos", "tan", "sinh", "cosh",
        "tanh", "asin", "acos", "asinh", "acosh", "atan", "atanh", "abs", "angle", "sgn", "conj_physical",
    ):
        record(name, z)
    for name in ("ceil", "floor", "sign", "round", "trunc"):
        record(name, z)


def reductions(record, z):
    for dim in (0, 1, -1):
        for keepdim in (False, True):
            record("sum", z, dim, keepdim)
            record("mean", z, dim, keepdim)
            record("prod", z, dim, keepdim)
        record("cumsum", z, dim)
        record("cumprod", z, dim)
        record("count_nonzero", z, dim)
    record("sum", z)
    record("mean", z)
    record("prod", z)
    record("var", z)
    record("std", z)
    record("count_nonzero", z)
    record("trace", z)


def products(record, z, w):
    record("mm", z, w.T.contiguous())
    record("matmul", z, w[0])
    record("matmul", z[0], w.T.contiguous())
    record("matmul", z[None], w.T.contiguous()[None].repeat(2, 1, 1))
    record("bmm", z[None], w.T.contiguous()[None])
    record("outer", z[0], w[1])
    record("kron", z, w)
    record("addmm", z[:, :2], z, w.T.contiguous())
    record("mm", z, w.T.contiguous().real)


def tests(record, z, w):
    for name in ("eq", "ne", "lt", "ge"):
        record(name, z, w)
    record("isclose", z, z + 1e-6)
    record("isclose", z, w)
    for name in ("isreal", "isnan", "isinf", "isfinite", "logical_not"):
        record(name, z)


def moving(record, z, w):
    record("flip", z, (0, 1))
    record("roll", z, 1, 1)
    record("tril", z)
    record("triu", z)
    record("cat", [z, w], 1)
    record("stack", [z, w])
    record("where", z.real > 0, z, w)
    record("index_select", z, 1, torch.tensor([2, 0]))
    record("gather", z, 1, torch.tensor([[2, 0], [1, 1]]))
    record("masked_fill", z, z.real > 0, 1.5)
    record("pad", z, (1, 1), call=torch.nn.functional.pad)
