# Integers into a layer of floats.
import torch
import torch.nn as nn

pixels = torch.randint(0, 256, (1, 4))
y = nn.Linear(4, 2)(pixels)
#   ^^^^^^^^^^^^^^^^^^^^^^^ RuntimeError: mat1 and mat2 must have the same dtype
