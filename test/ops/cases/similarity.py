"""Similarities and distances of vectors, and losses with margins."""

import torch
import torch.nn.functional as F


def cases(recorder):
    def record(name, *args, **kwargs):
        recorder(name, *args, call=getattr(F, name), **kwargs)

    a, b, c = torch.randn(4, 3), torch.randn(4, 3), torch.randn(4, 3)
    for name in ("cosine_similarity", "pairwise_distance"):
        record(name, a, b)
        record(name, a, b[0])
        record(name, a, b[:3])
        record(name, a, b[:, :2])
        record(name, a.double(), b.double())
        record(name, a, b * 0)
    record("pairwise_distance", a[0], b[0])
    record("cosine_similarity", a[0], b[0], dim=0)
    record("cosine_similarity", a, b, dim=2)
    record("cosine_similarity", a[None], b[:, None], dim=-1)
    record("cosine_similarity", a.long(), b.long())
    for p in (1.0, 3.0):
        record("pairwise_distance", a, b, p, 0.1, True)
    signs = torch.tensor([1, -1, 1, -1])
    for reduction in ("mean", "sum", "none", "foo"):
        record("cosine_embedding_loss", a, b, signs, 0.2, reduction=reduction)
        record("hinge_embedding_loss", a[:, 0], signs, reduction=reduction)
        record("margin_ranking_loss", a[:, 0], b[:, 0], signs, 0.3, reduction=reduction)
        record("triplet_margin_loss", a, b, c, reduction=reduction)
        record("multi_margin_loss", a, torch.tensor([0, 2, 1, 1]), reduction=reduction)
    record("cosine_embedding_loss", a[0], b[0], signs[0])
    record("cosine_embedding_loss", a, b, signs[:3])
    record("cosine_embedding_loss", a, b, signs[None])
    record("cosine_embedding_loss", a, b, signs[0])
    record("hinge_embedding_loss", a, signs[:, None].expand(4, 3), 2.0)
    record("margin_ranking_loss", a, b, signs)
    record("triplet_margin_loss", a, b, c, 0.5, 1.0, swap=True)
    record("triplet_margin_loss", a, b[0], c)
    record("triplet_margin_loss", a, b[:, :2], c)
    record("multi_margin_loss", a, torch.tensor([0, 2, 1, 1]), 2, 0.5, torch.rand(3))
    record("multi_margin_loss", a[0], torch.tensor(1))
    record("multi_margin_loss", a, torch.tensor([0, 3, 1, 1]))
    record("multi_margin_loss", a, torch.tensor([0, 2, 1]))
    record("multi_margin_loss", a, torch.tensor([0, 2, 1, 1]), 3)
