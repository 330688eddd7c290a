# https://pytorch.org/docs/stable/nn.html#utilities
from . import rnn
