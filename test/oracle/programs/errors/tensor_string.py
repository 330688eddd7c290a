# Strings are not numbers.
import torch

torch.tensor(['a', 'b'])
