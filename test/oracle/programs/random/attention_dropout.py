# Dropout of attention weights draws as PyTorch does.
import torch, torch.nn.functional as F
torch.manual_seed(0)
q = torch.randn(2, 3, 4, 8); k = torch.randn(2, 3, 5, 8); v = torch.randn(2, 3, 5, 6)
f = getattr(F, '_scaled_dot_product_attention')
o, w = f(q, k, v, dropout_p=0.25, need_attn_weights=True)
print(o.sum(), w.shape, w.sum(), torch.rand(1))
o, w = f(q, k, v, None, 0.25, True, True)
print(o.sum(), w.shape, w.sum(), torch.rand(1))
m = torch.nn.MultiheadAttention(8, 2, dropout=0.3, batch_first=True)
print(m(q[0], q[0], q[0])[0].sum())
t = torch.nn.TransformerEncoderLayer(8, 2, 16, dropout=0.2, batch_first=True)
print(t(q[0]).sum(), torch.rand(1))
