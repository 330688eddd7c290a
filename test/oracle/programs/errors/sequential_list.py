# The list was not unpacked.
import torch.nn as nn

nn.Sequential([nn.ReLU(), nn.Linear(2, 2)])
