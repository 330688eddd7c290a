"""Powers, extrema, blends, logic, comparisons and other functions of two operands."""

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
INF, NAN = float("inf"), float("nan")
PAIRS = [(F, F), (F, L), (L, L), (I, F), (I, I), (U, I), (D, F), (H, H), (B, F), (B, L), (B, B)]
SPECIAL = torch.tensor([0.0, -0.0, 1.0, -1.0, INF, -INF, NAN, 2.0])


def numbers(*shape, dtype=F):
    if dtype == B:
        return torch.rand(shape) > 0.5
    if not dtype.is_floating_point and not dtype.is_complex:
        return torch.randint(0 if dtype == U else -9, 9, shape, dtype=dtype)
    return torch.randn(shape, dtype=D).mul(3).to(dtype)


def cases(record):
    powers(record)
    extrema(record)
    comparisons(record)
    logic(record)
    blends(record)
    others(record)


def powers(record):
    for exponent in [2, 3, 0.5, -0.5, -1, -2, 0, 1.5, 2.5, True]:
        for dtype in [F, D, L, I, B, H]:
            record("pow", numbers(5, dtype=dtype), exponent)
        record("pow", SPECIAL, exponent)
    for a, b in PAIRS:
        record("pow", numbers(3, dtype=a), numbers(3, dtype=b))
    record("pow", numbers(2, 3), numbers(4))
    record("pow", SPECIAL.repeat_interleave(8), SPECIAL.repeat(8))
    for base in [2, 0.5, -1, 0]:
        for dtype in [F, L, B]:
            record("pow.Scalar", base, numbers(4, dtype=dtype))
            record("float_power", numbers(4, dtype=dtype), base)
    record("ldexp", numbers(4), numbers(4, dtype=L))


def extrema(record):
    for name in ["maximum", "minimum", "fmax", "fmin"]:
        for a, b in PAIRS:
            record(name, numbers(2, 3, dtype=a), numbers(3, dtype=b))
        record(name, SPECIAL.repeat_interleave(8), SPECIAL.repeat(8))
        record(name, torch.ones(2, dtype=torch.complex64), torch.ones(2))
    for dtype in [F, D, L, I]:
        record("clamp", numbers(6, dtype=dtype), -1, 2)
        record("clamp", numbers(6, dtype=dtype), -1.5, 2)
        record("clamp", numbers(6, dtype=dtype), min=0)
        record("clamp", numbers(6, dtype=dtype), max=0.5)
        record("clamp", numbers(6, dtype=dtype), 3, 1)
        record("clamp", numbers(6, dtype=dtype), numbers(6), numbers(2, 1))
        record("clamp_min", numbers(6, dtype=dtype), 1)
        record("clamp_max", numbers(6, dtype=dtype), 1)
    record("clamp", SPECIAL, -1, 1)
    record("clamp", SPECIAL, min=0.5)
    record("clamp", SPECIAL, max=0.5)
    record("clamp_min", SPECIAL, -1)
    record("clamp", SPECIAL, min=torch.tensor(NAN))
    record("clamp", numbers(3))
    record("clamp", numbers(3), numbers(4), None)


def comparisons(record):
    for name in ["eq", "ne", "lt", "le", "gt", "ge"]:
        for a, b in PAIRS:
            record(name, numbers(2, 3, dtype=a), numbers(3, dtype=b))
        for scalar in [1, 0.5, True]:
            for dtype in [F, L, B, U]:
                record(name, numbers(6, dtype=dtype), scalar)
        record(name, SPECIAL.repeat_interleave(8), SPECIAL.repeat(8))
        record(name, torch.tensor([1 + 1j, 1 + 0j]), torch.tensor([1 + 1j, 1 + 2j]))
        record(name, torch.tensor([2**62, 2**62 + 1]), torch.tensor([2**62 + 1]))
        record(name, numbers(2, 3), numbers(2))
    for name in ["isnan", "isinf", "isfinite", "isposinf", "isneginf", "isreal"]:
        record(name, SPECIAL)
        record(name, numbers(3, dtype=L))
    record("isclose", torch.tensor([1.0, 2.0, INF, NAN]), torch.tensor([1.000001, 2.1, INF, NAN]))
    record("isclose", torch.tensor([NAN]), torch.tensor([NAN]), equal_nan=True)
    record("isclose", torch.tensor([1.0]), torch.tensor([1.05]), 0.1, 0.0)
    record("isclose", torch.tensor([1, 2]), torch.tensor([1, 3]))
    record("isclose", torch.tensor([1, 2]), torch.tensor([1.0]))
    record("allclose", torch.ones(2, 2), torch.ones(2) + 1e-7)
    record("allclose", torch.ones(2, 2), torch.ones(2) + 1e-3)
    record("equal", torch.ones(2), torch.ones(2))
    record("equal", torch.ones(2), torch.ones(3))
    record("equal", torch.ones(2), torch.zeros(2))


def logic(record):
    for name in ["logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor"]:
        for a, b in PAIRS:
            record(name, numbers(2, 3, dtype=a), numbers(3, dtype=b))
    for name in ["bitwise_and", "bitwise_or", "bitwise_xor"]:
        for dtype in [L, I, U, B]:
            record(name, numbers(4, dtype=dtype), 6)
            record(name, numbers(4, dtype=dtype), True)
    for dtype in [F, L, I, U, B, H]:
        record("logical_not", numbers(4, dtype=dtype))
        if dtype != F:
            record("bitwise_not", numbers(4, dtype=dtype))
    for name in ["bitwise_left_shift", "bitwise_right_shift"]:
        for dtype in [L, I, U]:
            record(name, numbers(6, dtype=dtype), 2)
            record(name, numbers(6, dtype=dtype), torch.arange(6, dtype=dtype))
        record(name, numbers(3), 1)
    record("rlshift", torch.tensor([0, 1, 5]), 3, call=lambda x, n: n << x)
    record("rrshift", torch.tensor([0, 1, 5]), 300, call=lambda x, n: n >> x)


def blends(record):
    mask = torch.tensor([[True], [False]])
    for a, b in PAIRS:
        record("where", mask, numbers(2, 3, dtype=a), numbers(3, dtype=b))
    record("where", mask, numbers(2, 3), 0)
    record("where", mask, -INF, numbers(2, 3))
    record("where", numbers(2), numbers(2), numbers(2))
    record("where", mask, numbers(2, 3), numbers(4))
    record("where", mask, torch.randn(2, 1, dtype=torch.complex64), numbers(3))
    record("where.self", numbers(2, 3), mask, numbers(3), call=lambda x, c, y: x.where(c, y))
    record("lerp", numbers(2, 3), numbers(3), 0.3)
    record("lerp", numbers(2, 3), numbers(3), torch.rand(2, 1))
    record("lerp", numbers(2), numbers(2, dtype=L), 0.3)
    record("lerp", numbers(2), numbers(2), numbers(2, dtype=D))
    for dtype in [F, D, L, I]:
        three = [numbers(2, 3, dtype=dtype), numbers(3, dtype=dtype), numbers(2, 1, dtype=dtype)]
        record("addcmul", *three)
        record("addcmul", *three, value=2)
        if dtype.is_floating_point:
            record("addcdiv", *three, value=0.5)
    record("addcdiv", numbers(2, dtype=L), torch.tensor([1, 2]), torch.tensor([1, 2]))
    record("addcmul", numbers(2), numbers(3), numbers(2))


def others(record):
    for name in ["atan2", "hypot", "copysign", "xlogy", "logaddexp", "logaddexp2", "fmod"]:
        for a, b in [(F, F), (D, D), (F, D)]:
            record(name, numbers(2, 3, dtype=a), numbers(3, dtype=b))
    for name in ["atan2", "hypot", "copysign", "xlogy", "logaddexp"]:
        record(name, SPECIAL.repeat_interleave(8), SPECIAL.repeat(8))
    for name in ["atan2", "copysign", "xlogy"]:
        record(name, numbers(3, dtype=L), numbers(3, dtype=L))
    record("hypot", numbers(3, dtype=L), numbers(3, dtype=L))
    record("heaviside", SPECIAL, torch.full((8,), 0.5))
    record("heaviside", SPECIAL, torch.full((8,), 1))
    record("nextafter", SPECIAL.repeat_interleave(8), SPECIAL.repeat(8))
    for name in ["gcd", "lcm"]:
        for dtype in [L, I]:
            record(name, numbers(8, dtype=dtype), numbers(8, dtype=dtype))
        record(name, numbers(2), numbers(2))
