# A keyword that Conv2d does not have.
import torch.nn as nn

conv = nn.Conv2d(3, 64, 3, strides=2)
