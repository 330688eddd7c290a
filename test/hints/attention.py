# Self-attention with several heads.
import math
import torch
import torch.nn as nn
import torch.nn.functional as F


class SelfAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.proj = nn.Linear(width, width)

    def forward(self, x):
        b, t, c = x.size()
        q, k, v = self.qkv(x).split(c, dim=2)
        # ^^^^^ ([2, 10, 32], [2, 10, 32], [2, 10, 32])
        q = q.view(b, t, self.heads, c // self.heads).transpose(1, 2)
        # ^ [2, 4, 10, 8]
        k = k.view(b, t, self.heads, c // self.heads).transpose(1, 2)
        # ^ [2, 4, 10, 8]
        v = v.view(b, t, self.heads, c // self.heads).transpose(1, 2)
        # ^ [2, 4, 10, 8]
        att = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(k.size(-1)))
        # ^ [2, 4, 10, 10]
        att = F.softmax(att, dim=-1)
        # ^ [2, 4, 10, 10]
        y = att @ v
        # ^ [2, 4, 10, 8]
        y = y.transpose(1, 2).contiguous().view(b, t, c)
        # ^ [2, 10, 32]
        return self.proj(y)
        #      ^^^^^^^^^^^^ [2, 10, 32]


attend = SelfAttention(32, 4)
y = attend(torch.randn(2, 10, 32))
# ^ [2, 10, 32]
