# Conv2d without its kernel size.
import torch.nn as nn

conv = nn.Conv2d(3, 64)
