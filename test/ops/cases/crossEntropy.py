"""Losses of classifiers, from indices and from probabilities, and what PyTorch refuses."""

import torch
import torch.nn.functional as F

FUNCTIONS = {"nll_loss": F.nll_loss, "cross_entropy": F.cross_entropy}


def cases(record):
    rows = torch.randn(4, 3), torch.tensor([0, 2, 1, 1])
    line = torch.randn(2, 3, 5), torch.randint(0, 3, (2, 5))
    image = torch.randn(2, 3, 2, 4), torch.randint(0, 3, (2, 2, 4))
    volume = torch.randn(2, 3, 2, 1, 2), torch.randint(0, 3, (2, 2, 1, 2))
    weight = torch.rand(3)
    for name in FUNCTIONS:
        for x, y in (rows, line, image, volume, (rows[0][0], rows[1][0])):
            for reduction in ("mean", "sum", "none"):
                record(name, x, y, reduction=reduction)
                record(name, x, y, weight, reduction=reduction)
                record(name, x, y, weight, reduction=reduction, ignore_index=1)
            record(name, x.double(), y)
        record(name, *rows, size_average=False)
        record(name, *rows, reduce=False)
        refused(record, name, rows, image, weight)
    smoothing(record, (rows, image), weight)
    probabilities(record, weight)
    sequences(record)


def refused(record, name, rows, image, weight):
    x, y = rows
    record(name, x, y, reduction="foo")
    record(name, x, y[:3])
    record(name, x, y[0])
    record(name, x[0], y)
    record(name, x, y.int())
    record(name, x, y.float())
    record(name, x, torch.tensor([0, 3, 1, 1]))
    record(name, x, torch.tensor([0, -1, 1, 1]))
    record(name, x, torch.tensor([0, -100, 1, 1]))
    record(name, x, torch.full((4,), -100))
    record(name, x, y, weight[:2])
    record(name, x, y, weight.double())
    record(name, x.long(), y)
    record(name, torch.randn(()), y)
    record(name, x, torch.rand(4, 2))
    record(name, x[None], y[None])
    record(name, x, y[None])
    record(name, x, y[:, None])
    images, labels = image
    record(name, images, labels[:, :, :3])
    record(name, images, labels[:1])
    record(name, images, y[:2])
    record(name, images, labels.int())
    record(name, images, labels + 3)
    record(name, images, torch.rand(2, 2, 4))
    record(name, images, labels, weight[:2])


def smoothing(record, pairs, weight):
    for x, y in pairs:
        for reduction in ("mean", "sum", "none"):
            for ignored in (-100, 1):
                settings = dict(reduction=reduction, ignore_index=ignored, label_smoothing=0.1)
                record("cross_entropy", x, y, **settings)
                record("cross_entropy", x, y, weight, **settings)
    record("cross_entropy", *pairs[0], label_smoothing=1.1)


def probabilities(record, weight):
    for shape in ((4, 3), (3,), (2, 3, 2, 2)):
        x = torch.randn(shape)
        y = torch.rand(shape).softmax(0 if len(shape) == 1 else 1)
        for reduction in ("mean", "sum", "none"):
            record("cross_entropy", x, y, reduction=reduction)
            record("cross_entropy", x, y, weight, reduction=reduction)
            record("cross_entropy", x, y, reduction=reduction, label_smoothing=0.3)
        record("cross_entropy", x, y.double(), tolerance=1e-6)
        record("cross_entropy", x, y, ignore_index=1)
        record("cross_entropy", x, y.long())


def sequences(record):
    def ctc(*args, **kwargs):
        name = "ctc_loss.lists" if isinstance(args[2], list) else "ctc_loss"
        record(name, *args, call=F.ctc_loss, **kwargs)

    logs = torch.randn(10, 3, 4).log_softmax(2)
    labels = torch.tensor([[1, 2, 3], [1, 1, 2], [3, 1, 1]])
    for reduction in ("mean", "sum", "none", "foo"):
        for zero_infinity in (False, True):
            ctc(logs, labels, [10, 2, 8], [3, 3, 0], reduction=reduction, zero_infinity=zero_infinity)
    ctc(logs, labels, torch.tensor([10, 9, 8]), torch.tensor([3, 2, 0]))
    ctc(logs[:, 0], labels[0], torch.tensor(10), torch.tensor(3))
    ctc(logs.double(), torch.tensor([1, 2, 3, 1, 1]), [10, 9, 8], [3, 2, 0])
    ctc(logs, labels, [10, 9, 8], [3, 2, 0], blank=4)
    ctc(logs, labels, [10, 9], [3, 2, 0])
    ctc(logs, labels, [11, 9, 8], [3, 2, 0])
    ctc(logs, labels, [10, 9, 8], [4, 2, 0])
    ctc(logs.long(), labels, [10, 9, 8], [3, 2, 0])
