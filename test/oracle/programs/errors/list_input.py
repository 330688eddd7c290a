# A layer called with a list.
import torch.nn as nn

nn.Linear(2, 2)([1.0, 2.0])
