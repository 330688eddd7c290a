# Complex tensors: parts and conjugates are views, and what is written to one is seen in the others.
import torch

z = torch.tensor([[1 + 2j, 3 - 1j], [0.5j, -2.0]])
print(z, z.dtype, z.is_complex())
print(z.real, z.imag, z.abs(), z.angle())

z.real = 5
z.imag[0] = 7
print(z)
z.imag.mul_(2)
pairs = torch.view_as_real(z)
pairs[1, 0, 1] = 99
print(z, pairs.shape)

plain = torch.zeros(2, 2)
torch.view_as_complex(plain)[0] = 1 + 2j
print(plain)

c = z.conj()
print(c.is_conj(), c.conj().is_conj(), c.resolve_conj().is_conj(), c)
c[0, 0] = 1 + 1j
z[1, 1] = 3j
print(z, c)
print(c.imag, c.imag.is_neg(), torch.resolve_neg(c.imag).is_neg())

print(z.mH, z.H @ z, z.mT, z.adjoint().shape)
print((z @ z).sum(), z.prod(), z.mean(0), z.std(), z.cumsum(0))
print(z / (1 + 1j), z ** 2, 2j * z, z == z, z.isreal())
print(torch.vdot(z[0], z[1]).is_complex(), torch.polar(torch.tensor(2.0), torch.tensor(0.5)))

for attempt in (
    lambda: torch.ones(2).imag,
    lambda: torch.view_as_real(torch.ones(2)),
    lambda: torch.view_as_real(c),
    lambda: torch.view_as_complex(torch.ones(3, 3)),
    lambda: torch.view_as_complex(torch.ones(2, 3).t()),
    lambda: z < z,
    lambda: z.clone().abs_(),
    lambda: torch.ones(3).H,
    lambda: torch.ones(3).mH,
    lambda: float(z[0, 0]),
    lambda: torch.ones(2).add_(1j),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

torch.manual_seed(0)
print(torch.randn(3, dtype=torch.cfloat), torch.rand(2, 2, dtype=torch.complex128))
