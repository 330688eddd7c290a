# Code under the main guard.
import torch
import torch.nn as nn


def main():
    net = nn.Linear(10, 5)
    batch = torch.rand(3, 10)
    # ^^^ [3, 10]
    out = net(batch)
    # ^ [3, 5]
    print(out.shape)


if __name__ == '__main__':
    main()
    done = torch.zeros(1)
    # ^^ [1]
