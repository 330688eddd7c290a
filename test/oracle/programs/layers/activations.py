# Activations as functions, methods and layers.
import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0])
print(F.relu(x).tolist(), torch.relu(x).tolist(), x.relu().tolist(), nn.ReLU()(x).tolist())
print(torch.sigmoid(x).tolist(), nn.Sigmoid()(x).tolist())
print(torch.tanh(x).tolist(), nn.Tanh()(x).tolist())
print(F.gelu(x).tolist(), nn.GELU()(x).tolist())
print(F.leaky_relu(x, 0.1).tolist(), nn.LeakyReLU()(x).tolist())
print(F.softmax(x, dim=0).tolist(), nn.Softmax(dim=-1)(x).tolist())
print(F.silu(x).tolist(), F.elu(x).tolist(), F.softplus(x).tolist())
print(F.relu6(x * 4).tolist(), F.hardtanh(x).tolist())
