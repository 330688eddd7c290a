# A loop whose shape changes with each pass.
import torch
import torch.nn as nn

pool = nn.MaxPool2d(2)
x = torch.randn(1, 8, 32, 32)
# ^ [1, 8, 32, 32]
for _ in range(3):
    x = pool(x)
    # ^ [1, 8, 16, 16] → [1, 8, 8, 8] → [1, 8, 4, 4]
y = x.flatten()
# ^ [128]
