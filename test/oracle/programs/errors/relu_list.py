# A function called with a list.
import torch.nn.functional as F

F.relu([1.0, -1.0])
