# A keyword that the layer does not have.
import torch.nn as nn

conv = nn.Conv2d(3, 8, kernel=3)
#      ^^^^^^^^^^^^^^^^^^^^^^^^^ TypeError: Conv2d.__init__() got an unexpected keyword argument 'kernel'
