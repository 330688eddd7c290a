"""What is made of factors: norms, ranks, conditions, inverses, least squares, powers, exponentials."""

import torch

inf = float("inf")


def cases(record):
    shapes = [(3, 3), (2, 4, 4), (5, 3), (3, 5), (1, 1), (2, 7, 2), (0, 3), (3, 0), (2, 0, 0), (6, 6)]
    for dtype in (torch.float32, torch.float64):
        for shape in shapes if dtype == torch.float32 else shapes[:3]:
            a = torch.randn(shape, dtype=dtype)
            norms(record, a)
            ranks(record, a)
            solutions(record, a)
            if shape[-1] == shape[-2]:
                square(record, a)
    products(record)
    covariances(record)
    refused(record)


def norms(record, a):
    for keepdim in (False, True):
        for name in ("fro", "nuc"):
            record("matrix_norm", a, name, keepdim=keepdim)
            record("norm.name", a, name, (-2, -1), keepdim, call=torch.norm)
        record("matrix_norm", a, "nuc", dim=(0, -1), keepdim=keepdim)
        for ord in (1, -2, inf, -inf, 2.5):
            record("matrix_norm.ord", a, ord, keepdim=keepdim, call=torch.linalg.matrix_norm)
            record("matrix_norm.ord", a, ord, dim=(1, 0), keepdim=keepdim, call=torch.linalg.matrix_norm)
    record("norm.linalg", a, call=torch.linalg.norm)
    for ord in (None, 0, 2, -2, inf):
        record("norm.linalg", a, ord, call=torch.linalg.norm)
        record("norm.linalg", a, ord, dim=(-1,), keepdim=True, call=torch.linalg.norm)
        record("norm.linalg", a, ord, dim=(0, 1), call=torch.linalg.norm)
    record("norm.linalg_name", a, "nuc", call=torch.linalg.norm)
    record("norm.linalg_name", a, "fro", dim=(-1, 0), keepdim=True, call=torch.linalg.norm)


def ranks(record, a):
    low = a.clone()
    low[..., -1:, :] = 0
    for x in (a, low):
        record("matrix_rank", x, call=torch.linalg.matrix_rank)
        record("matrix_rank", x, atol=1.0, call=torch.linalg.matrix_rank)
        record("matrix_rank", x, rtol=0.5, call=torch.linalg.matrix_rank)
        record("matrix_rank", x, atol=0.1, rtol=0.5, call=torch.linalg.matrix_rank)
        record("matrix_rank.tol", x, 0.9, call=torch.linalg.matrix_rank)
        record("pinv", x)
        record("pinv", x, rtol=0.3)
        record("pinv", x, atol=0.3)
        record("pinv.rcond", x, 0.2, call=torch.linalg.pinv)
        record("pinverse", x)
    limit = torch.full(a.shape[:-2], 0.5, dtype=a.dtype)
    record("matrix_rank.tensors", a, atol=limit, call=torch.linalg.matrix_rank)
    record("matrix_rank.tol_tensor", a, limit, call=torch.linalg.matrix_rank)
    record("pinv.tensors", a, rtol=limit, call=torch.linalg.pinv)
    record("pinv.tensors", a, atol=limit, call=torch.linalg.pinv)
    record("pinv.rcond_tensor", a, limit, call=torch.linalg.pinv)
    record("cond", a)
    record("cond", a, -2)


def square(record, a):
    s = a @ a.mT + torch.eye(a.shape[-1], dtype=a.dtype)
    for p in (1, -1, inf, -inf, 1.0):
        record("cond", a, p)
    for p in ("fro", "nuc"):
        record("cond.name", a, p, call=torch.linalg.cond)
    record("cond", a * 0, 1)
    record("matrix_rank", s, hermitian=True, call=torch.linalg.matrix_rank)
    record("pinv", s, hermitian=True)
    record("pinv", a, hermitian=True)
    for n in (0, 1, 2, 3, 5, -1, -2):
        record("matrix_power", a, n)
        record("matrix_power.linalg", a, n, call=torch.linalg.matrix_power)
    for scale in (0.01, 1, 5):
        record("matrix_exp", a * scale, tolerance=1e-4)
        record("matrix_exp.linalg", a * scale, call=torch.linalg.matrix_exp, tolerance=1e-4)
    record("ldl_factor", a)
    record("ldl_factor_ex", a)
    record("ldl_factor_ex", a * 0)
    factors, pivots = torch.linalg.ldl_factor_ex(a)[:2]
    b = torch.ones(a.shape[:-1] + (2,), dtype=a.dtype)
    record("ldl_solve", factors, pivots, b)
    record("lu.packed", a, call=torch.lu)
    record("lu.packed", a, True, True, call=torch.lu)
    record("tensorinv", a.reshape(a.shape[-2:].numel() and (-1,) + a.shape[-1:] or (0, 0)), 1)


def solutions(record, a):
    b = torch.randn(a.shape[:-1] + (2,), dtype=a.dtype)
    for driver in (None, "gelsy", "gels", "gelsd", "gelss"):
        record("lstsq", a, b, driver=driver, call=torch.linalg.lstsq)
        if a.dim() == 2:
            record("lstsq", a, b[:, 0], driver=driver, call=torch.linalg.lstsq)
    record("lstsq", a, b, 0.4, driver="gelsd", call=torch.linalg.lstsq)


def products(record):
    a, b, c, v = torch.randn(2, 3), torch.randn(3, 5), torch.randn(5, 2), torch.randn(3)
    record("multi_dot", [a, b])
    record("multi_dot", [a, b, c])
    record("multi_dot", [v, b, c])
    record("multi_dot", [a, v])
    record("multi_dot", [v, v])
    record("multi_dot", [v, b, c, a, v])
    record("multi_dot", [a, b, c, a.double()])
    for bad in ([a], [a, a], [a, v, b], [a[None], b], [a, b[None]], []):
        record("multi_dot", bad)
    record("vecdot", v, v)
    record("vecdot", a, v)
    record("vecdot", a, a, dim=0)
    record("vecdot", a, a.double())
    record("vecdot", a.long(), a.long())
    for x in (v, a, v.long(), v.int(), v.double(), a[:, :2], v[:2], v.half(), v > 0, v[0]):
        record("vander.linalg", x, call=torch.linalg.vander)
        record("vander.linalg", x, N=4, call=torch.linalg.vander)
        record("vander.linalg", x, N=1, call=torch.linalg.vander)
    record("tensorinv", torch.randn(4, 6, 8, 3), 2, tolerance=1e-3)
    record("tensorinv", torch.randn(24, 8, 3), 1, tolerance=1e-3)
    record("tensorinv", a, 0)
    record("tensorsolve", torch.eye(24).reshape(2, 3, 4, 2, 3, 4), torch.randn(2, 3, 4))
    record("tensorsolve", torch.randn(6, 4, 4, 3, 2), torch.randn(4, 3, 2), dims=(0, 2), tolerance=1e-3)
    record("tensorsolve", a, v)
    record("tensorsolve", a, a)
    m, u, w = torch.ones(2, 3), torch.randn(2), torch.randn(3)
    record("addr", m, u, w)
    record("addr", m, u, w, beta=2, alpha=-0.5)
    record("addr", m * float("nan"), u, w, beta=0)
    record("addr", w, u, w)
    record("addr", m, w, u)
    record("addr", m, m, u)
    record("addr", m, u, m)
    record("addr", m.long(), u.long(), w.long(), beta=2)
    record("addr", m.long(), u.long(), w.long(), beta=0.5)
    record("addr", m.long(), u.long(), w.long(), alpha=0.5)
    record("addr", m.long(), u, w.double())
    record("addr", m > 0, u > 0, w > 0)
    record("addr", m > 0, u > 0, w > 0, beta=False)


def covariances(record):
    x = torch.randn(3, 5)
    f, a = torch.tensor([1, 2, 0, 3, 1]), torch.rand(5)
    for data in (x, x[0], x[:1], x.double(), (x * 9).long(), x[:, :1], x[:0]):
        record("cov", data)
        record("corrcoef", data)
        for correction in (0, 1, 2):
            record("cov", data, correction=correction)
            record("cov", data, correction=correction, fweights=f)
            record("cov", data, correction=correction, aweights=a, tolerance=1e-5)
            record("cov", data, correction=correction, fweights=f.int(), aweights=a.double())
    record("cov", x, fweights=a)
    record("cov", x, aweights=f)
    record("cov", x, fweights=f[:2])
    record("cov", x, aweights=a[:2])
    record("cov", x, fweights=f[None])
    record("cov", x, aweights=a[None])
    record("cov", x, fweights=-f)
    record("cov", x, aweights=-a)
    record("cov", x > 0)
    record("corrcoef", x > 0)
    record("cov", x[None])


def refused(record):
    eye = torch.eye(3)
    v = torch.ones(3)
    bad = [v, torch.ones(2, 3), eye.long(), eye.half(), eye > 0, eye * float("nan")]
    for x in bad:
        for name in ("matrix_rank", "pinv", "cond", "matrix_norm", "ldl_factor", "pinverse"):
            if name != "ldl_factor" or not x.isnan().any():
                record(name, x, call=getattr(torch.linalg, name, getattr(torch, name, None)))
        record("matrix_rank", x, hermitian=True, call=torch.linalg.matrix_rank)
        record("pinv", x, hermitian=True)
        record("cond", x, 1)
        record("cond", x, 3)
        record("cond", x, 2.5)
        record("cond.name", x, "nuc", call=torch.linalg.cond)
        record("cond.name", x, "x", call=torch.linalg.cond)
        record("matrix_norm", x, "x")
        record("matrix_norm", x, "nuc")
        record("matrix_norm.ord", x, 2, call=torch.linalg.matrix_norm)
        record("matrix_norm.ord", x, 1, dim=(0, 0), call=torch.linalg.matrix_norm)
        record("matrix_norm.ord", x, 1, dtype=torch.float64, call=torch.linalg.matrix_norm)
        record("matrix_norm.ord", x, 1, dtype=torch.int64, call=torch.linalg.matrix_norm)
        record("norm.linalg_name", x, "nuc", call=torch.linalg.norm)
        record("norm.name", x.nan_to_num() if x.is_floating_point() else x, "nuc", call=torch.norm)
        record("lstsq", x.nan_to_num() if x.is_floating_point() else x, eye, call=torch.linalg.lstsq)
        if x.dtype != torch.half:
            record("matrix_power", x, 2)
        record("matrix_power", x, -1)
        if not x.isnan().any():
            record("matrix_exp", x)
        record("lu.packed", x, call=torch.lu)
        record("lu.packed", x, False, call=torch.lu)
    record("norm.name", eye[None], "nuc", call=torch.norm)
    record("norm.name", eye, "nuc", (0,), call=torch.norm)
    record("norm.name", eye, "x", call=torch.norm)
    record("lstsq", eye, v, driver="x", call=torch.linalg.lstsq)
    record("lstsq", eye, v.double(), call=torch.linalg.lstsq)
    record("lstsq", eye, v[:2], call=torch.linalg.lstsq)
    record("lstsq", eye, eye[:2], call=torch.linalg.lstsq)
    record("lstsq", eye, eye[None], call=torch.linalg.lstsq)
    record("lstsq", torch.ones(3, 2), v, driver="gels", call=torch.linalg.lstsq)
    record("ldl_solve", eye, v, eye)
    record("ldl_solve", eye, v.int(), eye[:2])
    record("ldl_solve", eye, v[:2].int(), eye)
    record("ldl_solve", eye, v.int(), eye.double())
    record("eig.removed", eye, call=torch.eig)
    record("lstsq.removed", eye, eye, call=torch.lstsq)
    record("matrix_rank.removed", eye, call=torch.matrix_rank)
    record("solve.removed", eye, eye, call=torch.solve)
