# numpy() of what needs a gradient.
import torch.nn as nn

nn.Linear(2, 2).weight.numpy()
