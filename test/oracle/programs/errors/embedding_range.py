# A token beyond the vocabulary.
import torch
import torch.nn as nn

nn.Embedding(10, 4)(torch.tensor([1, 10]))
