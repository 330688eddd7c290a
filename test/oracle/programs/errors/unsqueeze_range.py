# One beyond the end is the last that unsqueeze accepts.
import torch

torch.zeros(2).unsqueeze(2)
