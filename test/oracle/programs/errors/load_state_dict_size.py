# A weight of another size.
import torch.nn as nn

nn.Sequential(nn.Linear(2, 3)).load_state_dict(nn.Sequential(nn.Linear(2, 4)).state_dict())
