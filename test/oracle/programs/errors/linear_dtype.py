# Integers into a layer of floats.
import torch
import torch.nn as nn

nn.Linear(3, 2)(torch.ones(1, 3, dtype=torch.int64))
