# PReLU and Bilinear: what they print, how they start, what they give.
import torch
import torch.nn as nn

torch.manual_seed(3)
x = torch.linspace(-2, 2, 12).reshape(2, 3, 2)
print(nn.PReLU(), nn.PReLU()(x), nn.PReLU().weight)
print(nn.PReLU(3, init=0.5), nn.PReLU(3, 0.5)(x), list(nn.PReLU(3).state_dict()))
try:
    nn.PReLU(2)(x)
except RuntimeError as error:
    print(error)
layer = nn.Bilinear(2, 3, 4)
print(layer, layer.weight, layer.bias)
print(layer(x[:, 0], x[:, :, 0]))
print(nn.Bilinear(2, 2, 1, bias=False)(x, x).shape)
