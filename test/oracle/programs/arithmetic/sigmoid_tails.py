# A logarithm shows what is left of a sigmoid far from zero.
import torch

x = torch.tensor([12., 15., 16.5, 17., 18., -9., -12., -17., -40., -80., -89.])
print(torch.sigmoid(x).log(), (1 - torch.sigmoid(x)).log())
print(torch.nn.functional.binary_cross_entropy(torch.sigmoid(x), torch.ones(11), reduction='none'))
