# ~ is for booleans and integers.
import torch

~torch.ones(2)
