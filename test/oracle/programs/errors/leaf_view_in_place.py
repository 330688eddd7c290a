# The same through an index.
import torch.nn as nn

fc = nn.Linear(2, 2)
fc.weight[0] = 0
