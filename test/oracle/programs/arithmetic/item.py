# item() gives Python's own numbers.
import torch

print(repr(torch.tensor(3).item()), repr(torch.tensor(3.0).item()), repr(torch.tensor(True).item()))
print(torch.tensor([[0.1]]).item(), torch.tensor(0.1, dtype=torch.float64).item())
print(float(torch.tensor(2)), int(torch.tensor(2.9)), bool(torch.tensor([0.0])))
print(f'{torch.tensor(3.14159).item():.3f}', round(torch.tensor(2.675).item(), 2))
print(f'{torch.tensor(3.14159):.2f}', f'{torch.tensor(7)}')
