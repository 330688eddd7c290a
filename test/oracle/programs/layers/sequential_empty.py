# An empty Sequential gives back its argument.
import torch
import torch.nn as nn

x = torch.ones(2)
s = nn.Sequential()
print(s(x) is x, len(s), s)
print(list(s.parameters()), s.state_dict())
