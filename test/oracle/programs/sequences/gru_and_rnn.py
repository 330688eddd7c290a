# GRUs and plain recurrent networks.
import torch
import torch.nn as nn

torch.manual_seed(1)
x = torch.randn(4, 2, 3)
for layer in (nn.GRU(3, 5), nn.GRU(3, 5, 2, bidirectional=True), nn.RNN(3, 5), nn.RNN(3, 5, nonlinearity='relu')):
    print(layer)
    output, hidden = layer(x)
    print(output.shape, hidden.shape, output[-1].tolist(), hidden[0].tolist())
stacked = nn.GRU(3, 5, num_layers=2, dropout=0.5).eval()
print(stacked(x)[0][0].tolist())
for cell in (nn.RNNCell(3, 5), nn.GRUCell(3, 5), nn.RNNCell(3, 5, nonlinearity='relu', bias=False)):
    print(cell, cell(x[0]).tolist())
hidden, state = nn.LSTMCell(3, 5)(x[0])
print(hidden.tolist(), state.tolist())
