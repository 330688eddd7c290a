# Linear with one size.
import torch.nn as nn

nn.Linear(10)
