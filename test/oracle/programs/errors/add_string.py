# A tensor and a string.
import torch

torch.ones(2) + 'a'
