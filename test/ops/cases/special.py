"""torch.special: Bessel and Airy functions, incomplete gamma functions, orthogonal polynomials."""

import torch

FUNCTIONS = [
    "airy_ai", "bessel_j0", "bessel_j1", "bessel_y0", "bessel_y1", "modified_bessel_i0",
    "modified_bessel_i1", "modified_bessel_k0", "modified_bessel_k1", "scaled_modified_bessel_k0",
    "scaled_modified_bessel_k1", "spherical_bessel_j0",
]

POLYNOMIALS = [
    "chebyshev_polynomial_t", "chebyshev_polynomial_u", "chebyshev_polynomial_v",
    "chebyshev_polynomial_w", "shifted_chebyshev_polynomial_t", "shifted_chebyshev_polynomial_u",
    "shifted_chebyshev_polynomial_v", "shifted_chebyshev_polynomial_w", "hermite_polynomial_h",
    "hermite_polynomial_he", "laguerre_polynomial_l", "legendre_polynomial_p",
]


def cases(record):
    x = torch.linspace(-12, 14, 27, dtype=torch.float64)
    for name in FUNCTIONS:
        # PyTorch's own coefficients err by some 1e-5 about 5.
        record(name, x.float(), tolerance=1e-4)
        record(name, torch.tensor([0.0, 0.3, 1.0, 2.1, 30.0, 700.0]), tolerance=1e-4)
        record(name, torch.tensor([3, 0, 1]))
        record(name, torch.zeros(0, 2))
        record(name, torch.ones(2, dtype=torch.float16))
    points = torch.tensor([-2.5, -1.0, -0.9, -0.3, 0.0, 0.2, 0.5, 1.0, 1.75])
    degrees = torch.tensor([[-1.0], [0.0], [1.0], [2.0], [3.9], [7.0], [12.0]])
    for name in POLYNOMIALS:
        record(name, points, degrees, tolerance=1e-4)
        record(name, points.double(), 9)
        record(name + ".x_scalar", 0.25, torch.tensor([0, 3, 10]), tolerance=1e-4)
        record(name, points.half(), 2)
    a = torch.tensor([0.0, 0.1, 0.5, 1.0, 3.0, 10.0, 200.0, -1.0, float("inf"), float("nan")])
    record("igamma", a.double()[:, None], a.double())
    record("igammac", a.double()[:, None], a.double())
    record("igamma", torch.tensor([1, 2]), torch.tensor([1, 2]))
    record("gammainc", a, torch.tensor(1.5))
    record("gammaincc", a, torch.tensor(1.5))
    record("multigammaln", torch.tensor([2.5, 3.0, 10.0]), 2)
    record("xlogy.Scalar", 2, torch.tensor([0.0, 1.0, 2.5]))
    record("xlog1py.Scalar", 2, torch.tensor([-1.0, 0.0, 2.5]))
    record("zeta.Scalar", 3, torch.tensor([1.0, 0.5, 2.5]))
    for n in range(4):
        record("polygamma", n, torch.tensor([-2.5, -0.3, 0.2, 0.5, 1.0, 7.0]))
