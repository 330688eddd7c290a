"""Histograms of one and several dimensions, and slopes by finite differences."""

import torch


def flat(*args, **kwargs):
    hist, edges = torch.histogramdd(*args, **kwargs)
    return [hist, *edges]


def cases(record):
    x = torch.randn(5, 8) * 3
    weight = torch.rand(5, 8)
    edges = torch.tensor([-4.0, -1.0, 0.5, 0.6, 7.0])
    for given in (x, x.double(), torch.tensor(1.5), torch.zeros(0), x.long(), x.half()):
        record("histogram", given, 4)
        record("histogram", given, 3, range=(-1.0, 2.0))
    record("histogram", x, 7, weight=weight, density=True)
    record("histogram", x, 7, weight=weight[0])
    record("histogram", x, 7, weight=weight.double())
    record("histogram", x, 0)
    record("histogram", x, 3, range=(2.0, 1.0))
    record("histogram", x, 3, range=(2.0,))
    record("histogram", x, 3, range=(0.5, 0.5))
    record("histogram", torch.tensor([1.0, float("inf")]), 3)
    record("histogram.bins_tensor", x, edges)
    record("histogram.bins_tensor", x, edges.flip(0))
    record("histogram.bins_tensor", x, edges, weight=weight, density=True)
    record("histogram.bins_tensor", x, edges.long())
    record("histogram.bins_tensor", x, edges[None])
    record("histogram.bins_tensor", x, edges[:0])
    rows = torch.randn(30, 2)
    record("histogramdd", rows, 3, call=flat)
    record("histogramdd", rows.reshape(5, 6, 2), 2, weight=torch.rand(5, 6), call=flat)
    record("histogramdd.sizes", rows, [2, 3], range=[-1.0, 1.0, 0.0, 2.0], call=flat)
    record("histogramdd.sizes", rows, [2, 3], density=True, call=flat)
    record("histogramdd.sizes", rows, [2, 0], call=flat)
    record("histogramdd.edges", rows, [edges, edges[1:]], call=flat)
    record("histogramdd.edges", rows, [edges], call=flat)
    record("histogramdd", rows[0], 3, call=flat)
    record("histogramdd", rows, 3, weight=torch.rand(3), call=flat)
    gradients(record)


def gradients(record):
    y = torch.randn(3, 4, 5)
    for order in (1, 2, 3):
        record("gradient", y, edge_order=order)
        record("gradient", y, spacing=0.5, dim=-1, edge_order=order)
        record("gradient", y, dim=(2, 0), edge_order=order)
    record("gradient.scalars", y, spacing=[1.0, 2.0, 0.5])
    record("gradient.scalars", y, spacing=[1.0, 2.0], dim=(0, 2))
    record("gradient.scalars", y, spacing=[1.0, 2.0], dim=1)
    record("gradient.scalars", y, spacing=[1.0, 2.0])
    places = [torch.tensor([0.0, 1.0, 3.0]), torch.tensor([0.0, 0.5, 1.5, 2.0])]
    for order in (1, 2):
        record("gradient.tensors", y, spacing=places, dim=(0, 1), edge_order=order)
    record("gradient.tensors", y, spacing=[places[0][None]], dim=0)
    record("gradient", torch.arange(4) ** 2)
    record("gradient", torch.tensor([1.0, 3.0]))
    record("gradient", torch.tensor([1.0]))
    record("gradient", torch.tensor(1.0))
    record("gradient", torch.ones(3, dtype=torch.uint8))
    record("gradient", y, dim=(0, 0))
    record("gradient", y, dim=3)
