# float() of several.
import torch

float(torch.ones(2))
