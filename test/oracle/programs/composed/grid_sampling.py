# Sampling at places that a grid gives, and the grids of affine transformations.
import warnings
warnings.simplefilter('ignore')
import torch, torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(2, 2, 4, 5); g = torch.rand(2, 3, 3, 2) * 3 - 1.5
for mode in ('bilinear', 'nearest', 'bicubic'):
    for pad in ('zeros', 'border', 'reflection'):
        for align in (False, True):
            print(mode, pad, align, F.grid_sample(x, g, mode, pad, align)[1].flatten().tolist())
v = torch.randn(1, 2, 3, 4, 5); h = torch.rand(1, 2, 2, 2, 3) * 2 - 1
print(F.grid_sample(v, h, align_corners=True).flatten().tolist(), F.grid_sample(v, h, 'nearest').flatten().tolist())
t = torch.tensor([[[1.0, 0.5, 0.1], [0.0, 2.0, -0.3]]])
print(F.affine_grid(t, (1, 1, 2, 3), False).tolist(), F.affine_grid(t, (1, 1, 1, 3), True).tolist())
print(F.affine_grid(torch.eye(3, 4).unsqueeze(0), (1, 1, 2, 2, 2)).tolist())
t = torch.ones(2, 2, 3); x = torch.ones(2, 3, 4, 4); g = torch.zeros(2, 5, 5, 2)
for a in (lambda: F.affine_grid(t.long(), (2, 3, 4, 4)), lambda: F.affine_grid(t[:, :1], (2, 3, 4, 4)), lambda: F.affine_grid(t, (2, 3, 4)), lambda: F.affine_grid(t, (2, 3, 0, 4)),
          lambda: F.grid_sample(x, g, mode='foo'), lambda: F.grid_sample(x, g, padding_mode='foo'), lambda: F.grid_sample(x, g[0]), lambda: F.grid_sample(x[0], g), lambda: F.grid_sample(x, torch.zeros(3, 5, 5, 2)), lambda: F.grid_sample(x, torch.zeros(2, 5, 5, 3)), lambda: F.grid_sample(x, g.double()), lambda: F.grid_sample(x.long(), g.long()), lambda: F.grid_sample(torch.ones(2, 3, 4, 4, 4), torch.zeros(2, 3, 3, 3, 3), mode='bicubic'), lambda: F.grid_sample(torch.ones(2, 3, 0, 4), g)):
    try: print(a().shape)
    except Exception as e: print(type(e).__name__, e)
x.requires_grad_()
print(F.grid_sample(x, g)[0, 0, 0], F.affine_grid(t.requires_grad_(), (2, 3, 4, 4))[0, 0, 0])
