# Dimensions change places, numbers stay where they are.
import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x.permute(2, 0, 1).shape, x.permute((1, 0, 2)).shape, x.permute(0, -1, 1).shape)
print(x.transpose(0, 1).tolist(), x.transpose(-1, -2).shape, x[0].t().tolist(), x[0].T.shape)
print(x.permute(2, 0, 1).tolist(), torch.transpose(x, 0, 2).shape, torch.permute(x, (1, 2, 0)).shape)
print(x.permute(2, 1, 0).permute(2, 1, 0).equal(x), x.mT.shape)
