"""Functions of one number."""

import torch

INF, NAN = float("inf"), float("nan")
F, D, L, U, B = torch.float32, torch.float64, torch.int64, torch.uint8, torch.bool
SPECIAL = torch.tensor([0.0, -0.0, 1.0, -1.0, INF, -INF, NAN, 0.5, 2.5, -2.5, 3.5, 1e-8, 1e8, 0.9999])

FLOATING = """exp exp2 expm1 log log2 log10 log1p sqrt rsqrt reciprocal sin cos tan asin acos atan sinh
cosh tanh asinh acosh atanh erf erfc erfinv lgamma digamma sinc deg2rad rad2deg i0 logit erfcx gammaln
psi i0e i1 i1e ndtr ndtri log_ndtr entr""".split()
KEEPING = "abs floor ceil trunc round frac sign sgn signbit square nan_to_num angle".split()


def cases(record):
    for name in FLOATING + KEEPING:
        wild = name in ("sin", "cos", "tan")
        special = SPECIAL[SPECIAL.abs() != 1e8] if wild or name in ("i0", "i1") else SPECIAL
        record(name, special)
        record(name, special.double())
        record(name, torch.randn(20) * 3)
        record(name, torch.randn(20, dtype=D) * 3)
        record(name, torch.rand(3, 4), tolerance=2e-5 if name in ("erfinv", "ndtri") else None)
        record(name, torch.randint(-5, 6, (7,)))
        record(name, torch.tensor([True, False]))
        record(name, torch.tensor([0, 1, 200], dtype=U))
        record(name, torch.zeros(0, 2))
    for x in [0.1, 1.0, 3.3, 6.0, 12.0, 40.0]:
        for name in "erfc erfcx lgamma digamma i0 i0e i1 i1e ndtr log_ndtr".split():
            record(name, torch.tensor([x, -x], dtype=D), tolerance=1e-10)
    record("round", torch.tensor([123.456, -2.5, 0.25, 1.005]), decimals=2)
    record("round", torch.tensor([1250.0, 1350.0, -49.0]), decimals=-2)
    record("round", torch.tensor([1, 2]), decimals=1)
    record("logit", torch.tensor([0.0, 1.0, 0.5, 0.3]), 0.1)
    record("nan_to_num", SPECIAL, 1.0, 2.0, -2.0)
    numbers = torch.randn(4, dtype=torch.complex64)
    for name in "exp log sqrt rsqrt reciprocal sin cos abs sgn square angle conj_physical".split():
        record(name, numbers)
    record("real_part", numbers, call=torch.real)
    record("imaginary_part", numbers, call=torch.imag)
    record("imaginary_part", torch.ones(2), call=torch.imag)
    record("view_as_real", numbers)
    record("view_as_complex", torch.randn(3, 2))
    record("view_as_complex", torch.randn(3, 3))
    record("polar", torch.rand(3), torch.rand(3))
    record("complex", torch.rand(3), torch.rand(3))
    for n in [0, 1, 2, 3]:
        record("polygamma", n, torch.tensor([0.3, 1.0, 2.5, 12.0, 0.0]))
    record("polygamma", -1, torch.ones(1))
    record("polygamma.method", torch.tensor([0.3, 1.0]), 1, call=torch.Tensor.polygamma)
    record("mvlgamma", torch.tensor([2.0, 3.5, 7.0]), 3)
    record("zeta", torch.tensor([1.0, 2.0, 3.5, 0.5, 2.0]), torch.tensor([1.0, 2.0, 0.5, 1.0, -1.0]))
    record("xlog1py", torch.tensor([0.0, 1.0, 2.0]), torch.tensor([-1.0, 2.0, 0.5]))
