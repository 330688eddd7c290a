# Arrays and tensors: shared memory, conversions, and arithmetic between them.
import numpy as np
import torch

x = np.zeros(3)
t = torch.from_numpy(x)
t[0] = 5
x[1] = 7
x += 1
print(x, t)
u = torch.zeros(2, 2)
v = u.numpy()
v[0, 1] = 3
u.mul_(2)
print(u, v, v.dtype)

a, b = np.arange(3.0), torch.arange(3.0)
print(b + a, np.float64(2) * b, b * np.float32(2), np.int64(3) + b, np.sin(b), np.add(a, b))
print(torch.tensor(a), torch.Tensor(a), torch.as_tensor(np.float32([1, 2])), torch.tensor([a, a]))
print(torch.tensor(np.float32(2)), torch.tensor([np.float32(2)]), torch.tensor(np.int64(3)))
print(b[np.array([0, 1])], b[np.int64(1)], torch.zeros(np.int64(2)), a[torch.tensor([0, 1])])
print(np.stack([b, b]), np.array(b), np.allclose(a, b), (b > 1).numpy(), b.half().numpy())
torch.manual_seed(0)
logits = torch.randn(4, 3, requires_grad=True)
labels = np.array([0, 2, 1, 1])
print((logits.argmax(1).numpy() == labels).mean(), logits.detach().cpu().numpy().round(3))
print(torch.from_numpy(np.random.RandomState(0).randn(2, 3)).float())


def refused(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


refused(lambda: logits.numpy())
refused(lambda: torch.zeros(2).bfloat16().numpy())
refused(lambda: torch.from_numpy([1]))
refused(lambda: torch.from_numpy(a[::-1]))
refused(lambda: torch.add(b, a))
refused(lambda: a + b)
refused(lambda: a * b)
