# LSTMs: layers, directions, projections, batch first, states that are given, packed sequences.
import torch
import torch.nn as nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

torch.manual_seed(0)
x = torch.randn(3, 5, 4)
lstm = nn.LSTM(4, 6, num_layers=2, bidirectional=True, batch_first=True)
print(lstm)
print([name for name, _ in lstm.named_parameters()])
output, (hidden, cell) = lstm(x)
print(output.shape, hidden.shape, cell.shape)
print(output[0, :2].tolist(), hidden[1].tolist(), cell[-1].tolist())

projected = nn.LSTM(4, 6, proj_size=3, bias=False)
output, (hidden, cell) = projected(x)
print(output.shape, hidden.shape, cell.shape, output[2].tolist(), cell[0, 0].tolist())

state = torch.randn(1, 5, 6), torch.randn(1, 5, 6)
print(nn.LSTM(4, 6)(x, state)[0][-1].tolist())
print(nn.LSTM(4, 6)(x[0])[0].tolist())

packed = pack_padded_sequence(x, [2, 5, 3], batch_first=True, enforce_sorted=False)
print(packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices)
output, (hidden, cell) = lstm(packed)
padded, lengths = pad_packed_sequence(output, batch_first=True)
print(padded.shape, lengths, padded[0].tolist(), hidden[3].tolist())
