# A name that was never given.
import torch

x = torch.zeros(2)
y = x + bias
#       ^^^^ NameError: name 'bias' is not defined
