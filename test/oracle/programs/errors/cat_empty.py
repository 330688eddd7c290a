# Nothing to join.
import torch

torch.cat([])
