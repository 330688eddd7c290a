# An assertion of the program's own.
import torch.nn as nn


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        assert width % heads == 0, f'{width} is not divisible by {heads}'


Attention(10, 3)
