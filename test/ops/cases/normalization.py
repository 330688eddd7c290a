"""Normalisations, in training and evaluation, and what PyTorch refuses of them."""

import torch
import torch.nn.functional as F


def cases(record):
    batch(record)
    train(record)
    layers(record)
    groups(record)
    composites(record)


def eval_call(x, weight=None, bias=None, running_mean=None, running_var=None, training=False, momentum=0.1, eps=1e-5):
    return F.batch_norm(x, running_mean, running_var, weight, bias, training, momentum, eps)


def train_call(x, weight=None, bias=None, running_mean=None, running_var=None, momentum=0.1, eps=1e-5):
    mean = torch.zeros(x.shape[1]) if running_mean is None else running_mean.clone()
    var = torch.ones(x.shape[1]) if running_var is None else running_var.clone()
    return F.batch_norm(x, mean, var, weight, bias, True, momentum, eps), mean, var


def batch(record):
    w, b, m, v = torch.randn(3), torch.randn(3), torch.randn(3), torch.rand(3)
    for shape in ((4, 3), (2, 3, 5), (2, 3, 2, 4), (1, 3, 2, 2, 2)):
        x = torch.randn(shape)
        record("batch_norm", x, None, None, m, v, call=eval_call)
        record("batch_norm", x, w, b, m, v, eps=0.1, call=eval_call)
        record("batch_norm", x.double(), w.double(), b.double(), m.double(), v.double(), call=eval_call)
        record("batch_norm", x, w, b, m[:2], v, call=eval_call)
        record("batch_norm", x, w, b, m, v[:2], call=eval_call)
        record("batch_norm", x, w[:2], b, m, v, call=eval_call)
        record("batch_norm", x, w, b[:2], m, v, call=eval_call)
        record("batch_norm", x.double(), w, b, m, v, call=eval_call)
        record("batch_norm", x.long(), w, b, m, v, call=eval_call)


def train(record):
    w, b, m, v = torch.randn(3), torch.randn(3), torch.randn(3), torch.rand(3)
    for shape in ((4, 3), (2, 3, 5), (2, 3, 2, 4), (1, 3, 2, 2, 2)):
        x = torch.randn(shape) * 3 + 1
        record("batch_norm_train", x, call=train_call)
        record("batch_norm_train", x, w, b, m, v, call=train_call)
        record("batch_norm_train", x, w, b, m, v, momentum=0.3, eps=0.1, call=train_call)
        record("batch_norm_train", x, w, b, m, v, momentum=0.0, call=train_call)
        record("batch_norm_train", x, w[:2], b, m, v, call=train_call)
    for shape in ((1, 3), (1, 3, 1), (1, 3, 1, 1)):
        record("batch_norm_train", torch.randn(shape), w, b, m, v, call=train_call)


def layers(record):
    x = torch.randn(2, 3, 4)
    for shape in ((4,), (3, 4), (2, 3, 4)):
        w, b = torch.randn(shape), torch.randn(shape)
        record("layer_norm", x, shape, call=F.layer_norm)
        record("layer_norm", x, shape, w, b, call=F.layer_norm)
        record("layer_norm", x, shape, w, None, 0.1, call=F.layer_norm)
        record("layer_norm", x.double(), shape, w.double(), b.double(), call=F.layer_norm)
        record("layer_norm", x, shape, w[:1], b, call=F.layer_norm)
        record("layer_norm", x, shape, w, b[:1], call=F.layer_norm)
        record("layer_norm", x.double(), shape, w, b, call=F.layer_norm)
    record("layer_norm", x, (3,), call=F.layer_norm)
    record("layer_norm", x, (), call=F.layer_norm)
    record("layer_norm", x, (2, 2, 3, 4), call=F.layer_norm)
    record("layer_norm", x.long(), (4,), call=F.layer_norm)


def groups(record):
    for shape in ((2, 6), (2, 6, 3), (2, 6, 2, 3)):
        x, w, b = torch.randn(shape), torch.randn(6), torch.randn(6)
        for count in (1, 2, 3, 6):
            record("group_norm", x, count, call=F.group_norm)
            record("group_norm", x, count, w, b, 0.1, call=F.group_norm)
        record("group_norm", x, 4, call=F.group_norm)
        record("group_norm", x, 2, w[:3], b, call=F.group_norm)
        record("group_norm", x, 2, w, b[:3], call=F.group_norm)
        record("group_norm", x.double(), 2, w, b, call=F.group_norm)
    record("group_norm", torch.randn(6), 2, call=F.group_norm)
    record("group_norm", torch.randn(1, 6), 6, call=F.group_norm)
    record("group_norm", torch.randn(2, 6, 3).long(), 2, call=F.group_norm)


def composites(record):
    x = torch.randn(2, 4, 3, 3)
    for p in (2.0, 1.0, 3.0, float("inf")):
        record("normalize", x, p, call=F.normalize)
        record("normalize", x, p, -1, call=F.normalize)
    record("normalize", x * 0, call=F.normalize)
    record("normalize", x, 2.0, 4, call=F.normalize)
    record("normalize", x.long(), call=F.normalize)
    for shape in ((2, 5, 4), (2, 5, 3, 3), (1, 3, 2, 2, 2), (2, 5)):
        for size in (1, 2, 3, 5):
            record("local_response_norm", torch.randn(shape), size, call=F.local_response_norm)
            record("local_response_norm", torch.randn(shape), size, 0.5, 0.6, 2.0, call=F.local_response_norm)
    w, b, m, v = torch.randn(4), torch.randn(4), torch.randn(4), torch.rand(4)
    # Without running statistics; with them it is written in Python, and compared as a program.
    record("instance_norm_of", x, call=instance_norm)
    record("instance_norm_of", x, w, b, call=instance_norm)
    record("instance_norm_of", x[:, :, 0], w, b, 0.1, call=instance_norm)


def instance_norm(input, weight=None, bias=None, eps=1e-5):
    return F.instance_norm(input, None, None, weight, bias, eps=eps)
