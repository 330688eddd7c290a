# A statement over several lines is annotated at its first.
import torch

x = torch.cat(
# ^ [6, 3]
    [
        torch.zeros(2, 3),
        torch.ones(4, 3),
    ],
    dim=0,
)
y = (x
# ^ [1, 6]
    .sum(1)
    .unsqueeze(0))
z = (
# ^ [6, 3]
    x
    * 2
)
