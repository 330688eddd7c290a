# The call begins on one line and ends on another.
import torch

y = torch.stack(
#   ^^^^^^^^^^^^ RuntimeError: stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [3, 2] at entry 1
    [
        torch.zeros(2, 3),
        torch.zeros(3, 2),
    ]
)
