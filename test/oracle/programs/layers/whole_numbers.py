# Layers and losses on integers, where PyTorch computes them.
import torch
import torch.nn.functional as F

x = torch.arange(16).reshape(1, 2, 8) - 5
weight = torch.arange(12).reshape(2, 2, 3) - 6
print(F.conv1d(x, weight, torch.tensor([1, -1]), padding=1, dilation=2))
print(F.conv1d(x, weight[:, :1], groups=2, stride=2))
print(F.conv2d(x[None], torch.ones(1, 1, 2, 2, dtype=torch.int64)))
print(F.cosine_similarity(x.float(), x), F.cosine_similarity(x.half(), x.float(), dim=2))
print(F.linear(torch.ones(3), torch.ones(2, 3), torch.tensor([1, 0])))
# As PyTorch's first versions had them: the table before the indices.
print(F.embedding_bag(torch.eye(3), torch.tensor([0, 2]), torch.tensor([0])))
for call in (
    lambda: F.hardtanh(x.to(torch.uint8), -1, 1),
    lambda: F.dropout(x.float(), 0.5, training=1),
    lambda: F.batch_norm(x.float(), torch.zeros(2), torch.ones(2), weight='a'),
    lambda: F.batch_norm(x.float(), torch.zeros(2), torch.ones(2), momentum=None),
    lambda: F.batch_norm(x.float(), torch.zeros(2), torch.ones(2), training=1),
    lambda: torch.float32(x),
    lambda: x.shape + 1,
    lambda: x.shape(0),
    lambda: x + torch.float32,
    lambda: torch.device('cpu')(x),
):
    try:
        print(call())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
