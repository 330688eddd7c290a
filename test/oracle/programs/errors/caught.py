# Errors are exceptions, with their texts.
import torch
import torch.nn as nn

for f in (
    lambda: torch.ones(2) + torch.ones(3),
    lambda: torch.ones(2, 3).view(7),
    lambda: nn.Linear(2, 2)(torch.ones(3)),
    lambda: torch.ones(2).sum(4),
    lambda: nn.ReLU().nothing,
):
    try:
        f()
    except (RuntimeError, IndexError, AttributeError) as error:
        print(type(error).__name__, '|', error)
raise ValueError('the end')
