# The tree, by name.
import torch.nn as nn


class Inner(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(1, 1)
        self.act = nn.ReLU()


class Outer(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = Inner()
        self.second = Inner()
        self.shared = self.first.act


net = Outer()
print([(name, type(m).__name__) for name, m in net.named_modules()])
print([name for name, _ in net.named_children()], len(list(net.modules())), len(list(net.children())))
print([name for name, _ in net.named_parameters()], [name for name, _ in net.first.named_buffers()])
