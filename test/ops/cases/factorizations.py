"""Factors of matrices: Cholesky, QR, singular values and vectors, eigenvalues and eigenvectors."""

import torch


def cases(record):
    shapes = [(3, 3), (2, 4, 4), (5, 3), (3, 5), (1, 1), (7, 2), (2, 7), (0, 3), (3, 0), (2, 0, 0), (6, 6)]
    for dtype in (torch.float32, torch.float64):
        for shape in shapes:
            a = torch.randn(shape, dtype=dtype)
            orthogonal(record, a)
            singular(record, a)
            if shape[-1] == shape[-2]:
                eigen(record, a)
                positive(record, a)
    refused(record)


def orthogonal(record, a):
    for mode in ("reduced", "complete", "r"):
        record("qr.linalg", a, mode, call=torch.linalg.qr)
    record("qr", a, call=torch.qr)
    record("qr", a, some=False, call=torch.qr)
    record("geqrf", a)
    factors, tau = torch.geqrf(a)
    if a.shape[-2] >= a.shape[-1]:
        record("householder_product", factors, tau)
        record("orgqr", factors, tau)
    c = torch.ones(a.shape[:-1] + (2,), dtype=a.dtype)
    for transpose in (False, True):
        record("ormqr", factors, tau, c, transpose=transpose)
        record("ormqr", factors, tau, c.mT.contiguous(), left=False, transpose=transpose)


def singular(record, a):
    for full in (True, False):
        record("svd.linalg", a, full_matrices=full, call=torch.linalg.svd)
        record("svd", a, some=full, call=torch.svd)
    record("svd", a, compute_uv=False, call=torch.svd)
    record("svdvals", a)


def eigen(record, a):
    for side in "LUl":
        record("eigh", a, UPLO=side)
        record("eigvalsh", a, UPLO=side)
    record("symeig", a)
    record("symeig", a, eigenvectors=True)
    record("symeig", a, eigenvectors=True, upper=False)
    record("eig", a, call=torch.linalg.eig)
    record("eigvals", a)
    for b in (a.tril(), a.triu()):
        record("eigvals", b)


def positive(record, a):
    s = a @ a.mT + torch.eye(a.shape[-1], dtype=a.dtype)
    b = torch.ones(a.shape[:-1] + (2,), dtype=a.dtype)
    for upper in (False, True):
        record("cholesky.linalg", s, upper=upper, call=torch.linalg.cholesky)
        record("cholesky", s, upper, call=torch.cholesky)
        record("cholesky_ex", s, upper=upper)
        factor = torch.cholesky(s, upper)
        record("cholesky_inverse", factor, upper)
        record("cholesky_solve", b, factor, upper)


def refused(record):
    eye = torch.eye(3)
    bad = [
        torch.ones(3), torch.ones(2, 3), eye.long(), eye.half(), eye.bfloat16(), eye > 0, -eye,
        torch.stack([eye, -eye]), eye * float("nan"), torch.stack([eye, eye * float("inf")]),
    ]
    for x in bad:
        record("cholesky.linalg", x, call=torch.linalg.cholesky)
        record("cholesky", x, call=torch.cholesky)
        record("cholesky_ex", x, check_errors=True)
        record("cholesky_inverse", x.nan_to_num() if x.is_floating_point() else x)
        record("qr.linalg", x[..., :1].nan_to_num() if x.dtype == torch.float else x, call=torch.linalg.qr)
        record("svd.linalg", x, call=torch.linalg.svd)
        record("svd", x, call=torch.svd)
        record("svdvals", x)
        record("eigh", x)
        record("eigvalsh", x)
        record("symeig", x)
        record("eig", x, call=torch.linalg.eig)
    record("qr.linalg", eye, "x", call=torch.linalg.qr)
    record("eigh", eye, "x")
    record("svdvals", eye, driver="gesvd")
    v = torch.ones(3)
    record("householder_product", eye, v[None])
    record("householder_product", eye, torch.ones(4))
    record("householder_product", eye[:2], v)
    record("householder_product", eye, v.double())
    record("householder_product", eye[None], v[None, None][:, 0][[0, 0]])
    record("ormqr", eye, v, v)
    record("ormqr", eye, v, torch.ones(4, 3))
    record("ormqr", eye, v[:2], torch.ones(3, 2))
    record("ormqr", eye, v, torch.ones(1, 3, 3))
    record("ormqr", eye, v, eye.double())
    record("cholesky_solve", v, eye)
    record("cholesky_solve", eye, v)
    record("cholesky_solve", eye, eye[:2])
    record("cholesky_solve", torch.ones(2, 3), eye)
    record("cholesky_solve", eye, eye.double())
