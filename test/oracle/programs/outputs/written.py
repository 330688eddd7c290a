# `out=`: the result is written into the tensor that is given, which is also what comes back.
import torch

x = torch.arange(6.0).reshape(2, 3)
buffer = torch.empty(0)
print(torch.add(x, 1, out=buffer) is buffer, buffer)

# The memory is the caller's: a view of it is written as well.
rows = torch.zeros(3, 2, 3)
torch.mul(x, 2, out=rows[1])
print(rows)

# In place, and over and over into one tensor.
torch.sub(x, 1, out=x)
for step in range(3):
    torch.matmul(x, x.t(), out=buffer.resize_(0))
print(x, buffer)

# The dtype stays that of the tensor; what makes its result takes it over.
whole = torch.empty(2, 3, dtype=torch.float64)
print(torch.exp(torch.zeros(2, 3), out=whole).dtype, torch.gt(x, 0, out=whole))
print(torch.zeros(2, 3, out=whole).dtype, torch.arange(4, out=torch.empty(0, dtype=torch.int64)))
print(torch.sum(torch.ones(2, 3), 0, out=torch.empty(0, dtype=torch.float64)))

# Joining, picking, reducing.
print(torch.cat([torch.ones(1, 2), torch.zeros(1, 2)], out=torch.empty(2, 2)))
print(torch.stack([torch.ones(2), torch.zeros(2)], 1, out=torch.empty(0)))
print(torch.gather(x, 1, torch.tensor([[0], [2]]), out=torch.empty(0)))
print(torch.index_select(x, 0, torch.tensor([1]), out=torch.empty(0)))
print(torch.softmax(torch.zeros(2), 0, out=torch.empty(0)))

# Several results have a tensor each.
values, indices = torch.empty(0), torch.empty(0, dtype=torch.int64)
torch.max(x, 1, out=(values, indices))
print(values, indices)
torch.topk(x, 2, out=(values.resize_(0), indices.resize_(0)))
print(values, indices)
