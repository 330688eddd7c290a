"""Sums, products, quotients, remainders; powers, extrema and logic are in their own families."""

import torch

F, D, I, L, U, B, H = (
    torch.float32,
    torch.float64,
    torch.int32,
    torch.int64,
    torch.uint8,
    torch.bool,
    torch.float16,
)


def numbers(*shape, dtype=F):
    if dtype == B:
        return torch.rand(shape) > 0.5
    if dtype == U:
        return torch.randint(1, 200, shape, dtype=dtype)
    if not dtype.is_floating_point and not dtype.is_complex:
        made = torch.randint(-9, 9, shape, dtype=dtype)
        return made + (made == 0)
    return torch.randn(shape, dtype=D).mul(3).to(dtype)


def cases(record):
    names = ["add", "sub", "mul", "div", "floor_divide", "remainder", "fmod"]
    for name in names:
        for a, b in [(F, F), (F, L), (L, L), (I, F), (I, I), (U, I), (D, F), (H, H), (B, F), (B, L), (B, B)]:
            record(name, numbers(2, 3, dtype=a), numbers(2, 3, dtype=b))
        record(name, numbers(2, 1, 3), numbers(4, 1))
        record(name, numbers(3, 4), numbers(2, 3, 1))
        record(name, numbers(2, 3, 4), numbers(3, 1))
        record(name, numbers(2, 3), numbers(4))
        record(name, numbers(0, 3), numbers(3))
        record(name, numbers(), numbers(2, dtype=L))
        record(name, numbers(2, dtype=L), torch.tensor(2.5))
        for scalar in [2, -3, 2.5, True]:
            for dtype in [F, L, I, U, B, H]:
                record(name, numbers(5, dtype=dtype), scalar)
        record(name, torch.tensor([1.0, -1.0, 0.0, float("nan")]), 0)
        record(name, torch.tensor([1, 2]), 0)
        record(name, torch.tensor([2**62, -(2**62), 3]), 3)
    for name in ["add", "sub", "rsub"]:
        for alpha in [2, 0.5, True]:
            for dtype in [F, L, B]:
                record(name, numbers(3, dtype=dtype), numbers(3, dtype=dtype), alpha=alpha)
        record(name, numbers(3), 4, alpha=3)
    for mode in ["trunc", "floor", "up"]:
        for a, b in [(F, F), (L, L), (I, F), (B, B)]:
            record("div", numbers(7, dtype=a), numbers(7, dtype=b), rounding_mode=mode)
    for dtype in [F, L, B, U]:
        record("rsub", numbers(4, dtype=dtype), 2)
        record("rsub", numbers(4, dtype=dtype), 2.5)
        record("rdiv", numbers(4, dtype=dtype), 2, call=lambda x, n: n / x)
        record("rfloordiv", numbers(4, dtype=dtype), 7, call=lambda x, n: n // x)
        record("remainder.Scalar_Tensor", 7, numbers(4, dtype=dtype), call=lambda n, x: n % x)
        record("neg", numbers(4, dtype=dtype))
        record("true_divide", numbers(4, dtype=dtype), 3)
    for name in ["add", "sub", "mul", "div"]:
        a, b = torch.randn(2, 3, dtype=torch.complex64), torch.randn(3, dtype=torch.complex64)
        record(name, a, b)
        record(name, a, numbers(3))
        record(name, a, 2)
    record("neg", torch.randn(3, dtype=torch.complex64))
