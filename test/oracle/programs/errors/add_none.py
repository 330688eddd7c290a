# A tensor and None.
import torch

torch.ones(2) + None
