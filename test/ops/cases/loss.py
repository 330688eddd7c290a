"""Losses that compare element by element."""

import torch
import torch.nn.functional as F

PLAIN = ("mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss", "kl_div", "soft_margin_loss", "poisson_nll_loss")
BINARY = ("binary_cross_entropy", "binary_cross_entropy_with_logits", "multilabel_soft_margin_loss")


def cases(recorder):
    def record(name, *args, **kwargs):
        recorder(name, *args, call=getattr(F, name), **kwargs)

    x, y = torch.rand(4, 3).mul(0.9).add(0.05), torch.rand(4, 3)
    for name in PLAIN + BINARY:
        for reduction in ("mean", "sum", "none", "foo"):
            record(name, x, y, reduction=reduction)
        record(name, x, y[:, :1])
        record(name, x, y[0])
        record(name, x, y[:3])
        record(name, x, y.long())
        record(name, x, y.double(), tolerance=1e-6)
        record(name, x.double(), y.double())
        if name != "huber_loss":
            record(name, x, y, size_average=False)
            record(name, x, y, reduce=False)
    for name in ("mse_loss", "smooth_l1_loss", "huber_loss", "kl_div", *BINARY):
        record(name, x.long(), y.long())
    for name in ("mse_loss", "binary_cross_entropy", "binary_cross_entropy_with_logits"):
        record(name, x, y > 0.5)
    settings(record, x * 6 - 3, y)
    weights(record, x, y)
    gaussian(record, x, y)


def settings(record, x, y):
    for beta in (0.5, 2.0, 0.0, -1.0):
        record("smooth_l1_loss", x, y, beta=beta)
        record("huber_loss", x, y, delta=beta)
    for log_target in (False, True):
        record("kl_div", x, y, reduction="batchmean", log_target=log_target)
        record("kl_div", x, y, log_target=log_target)
    record("kl_div", x, torch.zeros(4, 3))
    record("poisson_nll_loss", x, y * 5, full=True)
    record("poisson_nll_loss", x.abs(), y * 5, log_input=False, full=True)
    record("poisson_nll_loss", x.abs(), y * 5, log_input=False, eps=0.5)


def weights(record, x, y):
    one_each = torch.rand(3)
    for name in BINARY:
        record(name, x, y, one_each)
        record(name, x, y, torch.rand(4, 1), reduction="none")
        record(name, x, y, torch.rand(2))
    record("binary_cross_entropy", x * 2, y)
    record("binary_cross_entropy", torch.tensor([0.0, 1.0, 1.0]), torch.tensor([0.0, 1.0, 0.0]))
    logits = x * 60 - 30
    record("binary_cross_entropy_with_logits", logits, y, reduction="none")
    record("binary_cross_entropy_with_logits", logits, y, pos_weight=one_each)
    record("binary_cross_entropy_with_logits", logits, y, one_each, pos_weight=one_each)
    record("binary_cross_entropy_with_logits", logits, y, pos_weight=torch.rand(2))


def gaussian(record, x, y):
    v = torch.rand(4, 3)
    for reduction in ("mean", "sum", "none", "foo"):
        record("gaussian_nll_loss", x, y, v, reduction=reduction)
    record("gaussian_nll_loss", x, y, v[:, :1], full=True)
    record("gaussian_nll_loss", x, y, v[:, 0])
    record("gaussian_nll_loss", x, y, v[:, :2])
    record("gaussian_nll_loss", x, y, v - 0.5)
    record("gaussian_nll_loss", x, y, v * 0.1, eps=0.05)
