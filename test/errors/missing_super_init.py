# super().__init__() was forgotten.
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(2, 2)
        # ^^^^^ AttributeError: cannot assign module before Module.__init__() call


net = Net()
