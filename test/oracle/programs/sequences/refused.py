# What recurrent and attention layers refuse.
import torch
import torch.nn as nn
from torch.nn.utils.rnn import pack_padded_sequence

attempts = [
    lambda: nn.LSTM(3, 4)(torch.zeros(5, 2, 4)),
    lambda: nn.GRU(3, 4)(torch.zeros(5, 2, 3), torch.zeros(1, 3, 4)),
    lambda: nn.LSTM(3, 4)(torch.zeros(5, 2, 3), (torch.zeros(1, 2, 4), torch.zeros(1, 2, 5))),
    lambda: nn.LSTM(3, 4)(torch.zeros(5, 2, 3), (torch.zeros(2, 4), torch.zeros(2, 4))),
    lambda: nn.RNN(3, 4, dropout=2),
    lambda: nn.LSTM(3, 4, proj_size=4),
    lambda: nn.GRU(3, 4, proj_size=2),
    lambda: nn.RNN(3, 4, nonlinearity='gelu'),
    lambda: nn.LSTMCell(3, 4)(torch.zeros(2, 5)),
    lambda: nn.GRUCell(3, 4)(torch.zeros(2, 3), torch.zeros(3, 4)),
    lambda: pack_padded_sequence(torch.zeros(4, 2, 3), [2, 4]),
    lambda: pack_padded_sequence(torch.zeros(4, 2, 3), [4, 0]),
    lambda: nn.MultiheadAttention(8, 3),
    lambda: nn.MultiheadAttention(8, 2)(*[torch.zeros(3, 2, 9)] * 3),
    lambda: nn.MultiheadAttention(8, 2)(torch.zeros(3, 2, 8), *[torch.zeros(3, 8)] * 2),
    lambda: nn.MultiheadAttention(8, 2)(*[torch.zeros(3, 2, 8)] * 3, attn_mask=torch.zeros(2, 2)),
    lambda: nn.MultiheadAttention(8, 2)(*[torch.zeros(3, 2, 8)] * 3, key_padding_mask=torch.zeros(2, 4).bool()),
    lambda: nn.TransformerEncoderLayer(8, 2, activation='tanh'),
    lambda: nn.Transformer(8, 2)(torch.zeros(3, 2, 8), torch.zeros(3, 4, 8)),
    lambda: nn.Transformer(8, 2)(torch.zeros(3, 2, 8), torch.zeros(3, 2, 9)),
]
for number, attempt in enumerate(attempts):
    try:
        attempt()
    except Exception as e:
        print(number, type(e).__name__, e)
    else:
        print(number, 'no error')
