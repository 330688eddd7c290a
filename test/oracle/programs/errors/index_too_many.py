# More indices than dimensions.
import torch

torch.zeros(3, 4)[0, 0, 0]
