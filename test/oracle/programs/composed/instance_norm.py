# Instance normalisation: its options, its statistics, what it refuses.
import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(2, 3, 4, 4)
for m in (nn.InstanceNorm2d(3), nn.InstanceNorm2d(3, affine=True), nn.InstanceNorm2d(3, track_running_stats=True), nn.InstanceNorm2d(3, eps=1e-3, momentum=0.5, affine=True, track_running_stats=True)):
    print(m, [n for n, _ in m.named_parameters()], list(m.state_dict()))
    print(m(x)[0, 0].tolist(), m(x)[1, 2, 0])
    print(m.eval()(x)[0, 0].tolist(), m.running_mean, m.running_var)
print(nn.InstanceNorm1d(3)(x[0, :, 0]).tolist(), nn.InstanceNorm1d(3)(x[:, :, 0]).shape)
for a in (lambda: nn.InstanceNorm1d(3)(torch.ones(2, 4, 5)), lambda: nn.InstanceNorm2d(3, affine=True)(torch.ones(2, 4, 5, 5)), lambda: F.instance_norm(torch.ones(2, 3, 1)), lambda: nn.InstanceNorm2d(3)(torch.ones(2, 2)), lambda: F.instance_norm(x, use_input_stats=False)):
    try: print(a().shape)
    except Exception as e: print(type(e).__name__, e)
