# Padding more than half the kernel.
import torch
import torch.nn as nn

nn.MaxPool2d(2, padding=2)(torch.randn(1, 1, 8, 8))
