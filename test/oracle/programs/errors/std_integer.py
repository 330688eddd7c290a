# Nor has their deviation.
import torch

torch.arange(4).std()
