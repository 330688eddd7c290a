# layers seldom used
import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(2, 3, 7, 9)
def t(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
p = nn.FractionalMaxPool2d(2, output_size=(3, 4)); print(p, p(x).sum(), p(x).shape)
y, i = nn.FractionalMaxPool2d((2, 3), output_ratio=(0.5, 0.4), return_indices=True)(x); print(y.shape, i[0, 0], y[0, 0])
print(F.fractional_max_pool3d(torch.randn(1, 2, 5, 6, 7), 2, output_size=2)); print(F.fractional_max_pool2d(x[0], 3, output_size=1, _random_samples=torch.full((1, 3, 2), 0.4)))
t(lambda: nn.FractionalMaxPool2d(2)); t(lambda: nn.FractionalMaxPool2d(2, output_ratio=1.5)); t(lambda: F.fractional_max_pool2d(x, 2, output_size=7))
torch.set_grad_enabled(False); a = nn.AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], div_value=2.0); print(a); h = torch.randn(5, 8); o = a(h, torch.tensor([0, 5, 12, 19, 3])); print(o, a.log_prob(h).exp().sum(1), a.predict(h)); print(a(h[0], torch.tensor(7)).loss)
t(lambda: nn.AdaptiveLogSoftmaxWithLoss(8, 20, [10, 4])); t(lambda: a(h, torch.tensor([0, 5, 12, 20, 3]))); t(lambda: a(h, torch.zeros(4).long()))
print(nn.CrossMapLRN2d(3)); d = nn.DataParallel(nn.Linear(9, 2)); print(d(x).shape, list(d.state_dict()), d)
net = nn.SyncBatchNorm.convert_sync_batchnorm(nn.Sequential(nn.Conv2d(3, 4, 1), nn.BatchNorm2d(4))); print(net); t(lambda: net(x))
tl = nn.TripletMarginWithDistanceLoss(margin=0.5, distance_function=lambda a, b: 1 - F.cosine_similarity(a, b)); print(tl(h, h.flip(0), h.roll(1, 0)), nn.TripletMarginWithDistanceLoss(swap=True)(h, h.flip(0), h.roll(1, 0)), tl)
z = torch.tensor([-2., -.5, 3.]); print(F.relu_(z.clone()), F.elu_(z.clone()), F.selu_(z.clone()), F.celu_(z.clone(), 0.5), F.leaky_relu_(z.clone(), 0.2), F.hardtanh_(z.clone(), -1, 2), F.threshold_(z.clone(), 0.1, 9.))
w = z.clone(); F.relu_(w); print(w, torch.special.expit(z), torch.linalg.diagonal(x)[0, 0])
