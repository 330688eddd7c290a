# Decompositions used as model code uses them, and refusals caught where they are raised.
import torch

torch.manual_seed(0)
a = torch.randn(5, 3)

q, r = torch.linalg.qr(a)
print(q, r, torch.allclose(q @ r, a, atol=1e-5))
u, s, vh = torch.linalg.svd(a, full_matrices=False)
print(s, torch.dist(u @ torch.diag(s) @ vh, a) < 1e-5)
result = torch.svd(a)
print(result.U.shape, result.S, result.V.shape)

m = a.T @ a
values, vectors = torch.linalg.eigh(m)
print(values, torch.allclose(vectors @ torch.diag(values) @ vectors.T, m, atol=1e-4))
print(torch.linalg.eigvals(torch.tensor([[0.0, 1.0], [-1.0, 0.0]])))
print(torch.linalg.eig(torch.tensor([[2.0, 0.0], [0.0, 3.0]])))

lower = torch.linalg.cholesky(m)
print(lower, torch.cholesky_solve(torch.ones(3, 1), lower))
print(torch.linalg.pinv(a), torch.linalg.matrix_rank(m), torch.linalg.cond(m) > 1)
print(torch.linalg.lstsq(a, torch.ones(5, 1), driver='gels').solution)
print(torch.matrix_exp(torch.zeros(2, 2)), torch.linalg.matrix_power(m, -1))
print(torch.linalg.multi_dot([a.T, a, a.T]).shape, torch.chain_matmul(a.T, a))
print(torch.linalg.norm(m, 'nuc'), torch.linalg.matrix_norm(m, 2), torch.norm(m, p='nuc'))
print(torch.linalg.vander(torch.tensor([1.0, 2.0, 3.0])), torch.cov(a.T), torch.corrcoef(a.T))


def safe_cholesky(matrix):
    jitter = 0.0
    while True:
        try:
            return torch.linalg.cholesky(matrix + jitter * torch.eye(len(matrix))), jitter
        except torch.linalg.LinAlgError as error:
            print('retry:', error)
            jitter = max(jitter * 10, 0.1)


print(safe_cholesky(torch.tensor([[1.0, 2.0], [2.0, 1.5]])))
print(torch.linalg.cholesky_ex(torch.stack([torch.eye(2), -torch.eye(2)])).info)

for attempt in (
    lambda: torch.linalg.cholesky(torch.stack([torch.eye(2), -torch.eye(2)])),
    lambda: torch.linalg.inv(a.T @ a * 0),
    lambda: torch.linalg.svd(a * float('nan')),
    lambda: torch.linalg.qr(torch.ones(3)),
    lambda: torch.linalg.eigh(a),
    lambda: torch.linalg.matrix_norm(a, 3),
    lambda: torch.linalg.multi_dot([a, a]),
    lambda: torch.eig(m),
    lambda: torch.linalg.lstsq(a, torch.ones(4, 1)),
):
    try:
        print(attempt())
    except RuntimeError as error:
        print(type(error).__name__, error)
