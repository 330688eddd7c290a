# What was computed before a write keeps its value after it.
import torch

x = torch.ones(2, 2)
total = x.sum()
double = x * 2
mean = x.mean(0)
x += 5
print(total.item(), double.tolist(), mean.tolist(), x.sum().item())
ref = [x, x]
ref[0] -= 1
print(ref[1].tolist(), x is ref[0])
