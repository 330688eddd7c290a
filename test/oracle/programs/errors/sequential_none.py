# A Sequential of what is no module.
import torch.nn as nn

nn.Sequential(nn.ReLU(), None, nn.Linear(2, 2), 5)
