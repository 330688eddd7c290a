# Which of them?
import torch

torch.zeros(2, 3).item()
