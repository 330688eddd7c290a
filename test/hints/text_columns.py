# Characters of every width before the carets: 形状, 🙂.
import torch

名前 = torch.zeros(2, 3)
# ^ [2, 3]
s = '形状🙂'; y = 名前.sum(0)
#           ^ [3]
z = 名前 + len('🙂🙂')
# ^ [2, 3]
