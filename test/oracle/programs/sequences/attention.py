# Multi-head attention: self and across, masks, padding, biases, other widths, no batch.
import torch
import torch.nn as nn

torch.manual_seed(2)
x, y = torch.randn(5, 2, 8), torch.randn(3, 2, 8)
attention = nn.MultiheadAttention(8, 2)
print(attention)
print([(name, tuple(p.shape)) for name, p in attention.named_parameters()])
output, weights = attention(x, x, x)
print(output.shape, weights.shape, output[0].tolist(), weights[0, 0].tolist())
output, weights = attention(x, y, y, average_attn_weights=False)
print(weights.shape, weights[1, 1].tolist())
causal = torch.triu(torch.ones(5, 5), diagonal=1).bool()
print(attention(x, x, x, attn_mask=causal, need_weights=False)[0][1].tolist())
padding = torch.tensor([[False, False, True], [False, True, True]])
print(attention(x, y, y, key_padding_mask=padding)[1].tolist())
print(attention(x[:, 0], x[:, 0], x[:, 0])[0].shape)
other = nn.MultiheadAttention(8, 4, kdim=6, vdim=5, add_bias_kv=True, add_zero_attn=True, batch_first=True)
output, weights = other(torch.randn(2, 5, 8), torch.randn(2, 3, 6), torch.randn(2, 3, 5))
print(output.shape, weights.shape, output[1, 1].tolist())
