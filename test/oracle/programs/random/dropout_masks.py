# exact: which elements dropout keeps, for several p and dtypes.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
print(F.dropout(torch.ones(40), 0.5).tolist())
print(F.dropout(torch.ones(20), 0.25).ne(0).tolist())
print(F.dropout(torch.ones(20, dtype=torch.float64), 0.75).tolist())
print(F.dropout(torch.ones(6), 0.0).tolist())
print(F.dropout(torch.ones(6), 1.0).tolist())
print(F.dropout(torch.ones(6), 0.5, training=False).tolist())
print(torch.rand(1).item())
