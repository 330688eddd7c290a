# torch has no such function.
import torch

torch.foo(2)
