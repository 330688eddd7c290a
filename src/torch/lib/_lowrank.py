# Singular values of large matrices of low rank, by a random basis of what they reach
# (Halko, Martinsson and Tropp, 2009): https://pytorch.org/docs/stable/generated/torch.svd_lowrank.html

import torch


def get_approximate_basis(A, q, niter=2, M=None):
    reach = A if M is None else A - M
    dtype = A.dtype if A.is_floating_point() or A.is_complex() else torch.float32
    Q = _basis(reach @ torch.randn(A.shape[-1], q, dtype=dtype, device=A.device))
    for _ in range(2 if niter is None else niter):
        Q = _basis(reach.mH @ Q)
        Q = _basis(reach @ Q)
    return Q


def _basis(A):
    return torch.linalg.qr(A).Q


def svd_lowrank(A, q=6, niter=2, M=None):
    q = 6 if q is None else q
    m, n = A.shape[-2:]
    reach = A if M is None else A - M
    # Of the two ways round, the one that leaves the smaller matrix to decompose.
    if m < n or n > q:
        Q = get_approximate_basis(A.mT, q, niter, None if M is None else M.mT)
        B = reach @ Q.conj()
        _expect(B, m, q)
        U, S, Vh = torch.linalg.svd(B, full_matrices=False)
        return U, S, Q @ Vh.mH
    Q = get_approximate_basis(A, q, niter, M)
    B = (reach.mT @ Q.conj()).mT
    _expect(B, q, n)
    U, S, Vh = torch.linalg.svd(B, full_matrices=False)
    return Q @ U, S, Vh.mH


def _expect(B, rows, columns):
    assert B.shape[-2] == rows, (B.shape, rows)
    assert B.shape[-1] == columns, (B.shape, columns)
    assert B.shape[-1] <= B.shape[-2], B.shape


def pca_lowrank(A, q=None, center=True, niter=2):
    m, n = A.shape[-2:]
    if q is None:
        q = min(6, m, n)
    elif not 0 <= q <= min(m, n):
        raise ValueError(
            f'q(={q}) must be non-negative integer and not greater than min(m, n)={min(m, n)}'
        )
    if niter < 0:
        raise ValueError(f'niter(={niter}) must be non-negative integer')
    return svd_lowrank(A - A.mean(dim=(-2,), keepdim=True) if center else A, q, niter)
