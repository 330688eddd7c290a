# No modules at all.
import torch

w1 = torch.randn(784, 100) * 0.01
# ^ [784, 100]
b1 = torch.zeros(100)
# ^ [100]
w2 = torch.randn(100, 10)
# ^ [100, 10]


def net(x):
    h = (x @ w1 + b1).relu()
    # ^ [5, 100]
    return h @ w2
    #      ^^^^^^ [5, 10]


out = net(torch.randn(5, 784))
# ^ [5, 10]
loss = (out**2).mean()
# ^^ []
