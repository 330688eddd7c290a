"""Activations, and what PyTorch refuses of them."""

import torch
import torch.nn.functional as F

PLAIN = [
    "relu", "relu6", "leaky_relu", "elu", "selu", "celu", "gelu", "silu", "mish", "sigmoid", "tanh",
    "hardtanh", "hardsigmoid", "hardswish", "softplus", "softsign", "tanhshrink", "softshrink",
    "hardshrink", "logsigmoid",
]
SETTINGS = {
    "leaky_relu": [dict(negative_slope=0.2), dict(negative_slope=-0.5)],
    "elu": [dict(alpha=0.5)],
    "celu": [dict(alpha=2.0)],
    "gelu": [dict(approximate="tanh"), dict(approximate="foo")],
    "hardtanh": [dict(min_val=-0.5, max_val=2.0), dict(min_val=1.0, max_val=0.0)],
    "softplus": [dict(beta=2.0), dict(beta=0.5, threshold=1.0)],
    "softshrink": [dict(lambd=1.0), dict(lambd=0.0), dict(lambd=-1.0)],
    "hardshrink": [dict(lambd=1.0), dict(lambd=0.0)],
}


def cases(record):
    x = torch.linspace(-6, 6, 25)
    special = torch.tensor([float("nan"), float("inf"), -float("inf"), 0.0, -0.0, 90.0, -90.0, 3e-8])
    for name in PLAIN:
        call = getattr(F, name)
        for settings in [{}] + SETTINGS.get(name, []):
            record(name, x, call=call, **settings)
            record(name, x.double(), call=call, tolerance=1e-9, **settings)
        record(name, x.reshape(5, 5), call=call)
        # Newer versions of PyTorch keep NaN in softshrink, and know mish of bfloat16.
        if name != "softshrink":
            record(name, special, call=call)
        if name != "mish":
            record(name, x.bfloat16(), call=call)
        record(name, x.long(), call=call)
        record(name, x > 0, call=call)
    record("threshold", x, 0.5, -2.0, call=F.threshold)
    record("threshold", special, 0.5, -2.0, call=F.threshold)
    record("threshold", x.long(), 1, 20, call=F.threshold)
    preluses(record)
    gated(record)
    along(record)
    implicit(record)


def preluses(record):
    x = torch.randn(2, 3, 4)
    record("prelu", x, torch.tensor([0.25]))
    record("prelu", x, torch.tensor([0.25, -0.5, 2.0]))
    record("prelu", x, torch.tensor([0.25, -0.5]))
    record("prelu", x[0, 0], torch.tensor([0.25]))
    record("prelu", x[0, 0], torch.tensor([0.25, 0.5]))
    record("prelu", x[0, 0, 0], torch.tensor([0.25]))


def gated(record):
    x = torch.randn(2, 4, 3)
    for dim in (0, 1, -1, 3):
        record("glu", x, dim)
    record("glu", x)
    record("glu", torch.tensor(1.0))


def along(record):
    x = torch.randn(2, 3, 4) * 5
    for name in ("softmax", "log_softmax", "softmin"):
        call = getattr(F, name)
        for dim in (0, 1, -1, 3):
            record(name, x, dim, call=call)
        record(name, x.double(), 1, call=call)
        record(name, x.bfloat16(), 1, call=call)
        record(name, torch.tensor(2.0), 0, call=call)
        record(name, torch.zeros(2, 0, 3), 1, call=call)
        record(name, torch.tensor([1e4, -1e4, float("inf")]), 0, call=call)
        record(name, torch.tensor([-float("inf"), -float("inf")]), 0, call=call)
        record(name, x.long(), 1, call=call)
    for name in ("softmax", "log_softmax"):
        record(name, x.long(), 1, dtype=torch.float32, call=getattr(F, name))
        record(name, x, 1, dtype=torch.float64, call=getattr(F, name))


def implicit(record):
    for shape in ((), (3,), (2, 3), (2, 3, 4), (2, 3, 2, 2)):
        x = torch.randn(shape)
        for name in ("softmax.implicit", "log_softmax.implicit", "softmin"):
            call = getattr(F, name.split(".")[0])
            record(name, x, call=call)
            record(name, x, None, call=call)
