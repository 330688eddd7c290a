# A parameter is replaced by a parameter only.
import torch
import torch.nn as nn

fc = nn.Linear(2, 2)
fc.weight = torch.zeros(2, 2)
