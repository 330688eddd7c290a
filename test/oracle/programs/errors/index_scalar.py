# A number has nothing to index.
import torch

torch.tensor(3.0)[0]
