# Batches of matrices whose inner sizes differ.
import torch

torch.ones(2, 3, 4) @ torch.ones(2, 5, 6)
