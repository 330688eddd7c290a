# Finite differences and histograms, as programs meet them: their tuples and their messages.
import torch

x = torch.arange(8.).reshape(2, 4) ** 2
print(torch.gradient(x))
print(torch.gradient(x, dim=1, spacing=0.5, edge_order=2))
rows, columns = torch.gradient(x.long(), spacing=(torch.tensor([0., 2.]), torch.tensor([0., 1., 3., 4.])))
print(rows, columns)
print(torch.gradient(x.requires_grad_(), dim=1)[0])
x = x.detach()
print(torch.histogram(x, 3))
print(torch.histogram(x, torch.tensor([0., 10., 40.]), density=True).hist)
print(torch.histogramdd(x, [2, 1, 1, 3]).bin_edges[3], torch.histogramdd(x, 2).hist.shape)
for wrong in (
    lambda: torch.gradient(x, edge_order=3),
    lambda: torch.gradient(x[:1]),
    lambda: torch.gradient(x, dim=(0, 0)),
    lambda: torch.gradient(x, spacing=[1., 2., 3.]),
    lambda: torch.histogram(x, 0),
    lambda: torch.histogram(x.long(), 3),
    lambda: torch.histogramdd(x[0], 3),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
