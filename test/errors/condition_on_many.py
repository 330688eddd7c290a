# A condition on several values.
import torch

x = torch.tensor([1.0, -1.0])
if x > 0:
#  ^^^^^ RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    print('positive')
