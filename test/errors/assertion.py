# An assertion with a message.
import torch

x = torch.zeros(2, 3)
assert x.shape == (3, 2), f'got {tuple(x.shape)}'
#      ^^^^^^^^^^^^^^^^^ AssertionError: got (2, 3)
