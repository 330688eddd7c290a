# A parameter changed in place outside of no_grad.
import torch.nn as nn

fc = nn.Linear(2, 2)
fc.weight.add_(1)
