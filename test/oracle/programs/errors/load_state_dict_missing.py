# Keys that are missing and keys that nobody expects.
import torch.nn as nn

nn.Linear(2, 2).load_state_dict({'weights': nn.Linear(2, 2).weight})
