# A Sequential passes on one value.
import torch
import torch.nn as nn

nn.Sequential(nn.Identity())(torch.ones(1), torch.ones(1))
