"""Parameter groups, what optimizers refuse, and their state dicts."""
import torch

p = torch.nn.Parameter(torch.ones(2))
q = torch.nn.Parameter(torch.ones(3, 4))


def told(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


optim = torch.optim
told(lambda: optim.SGD([], lr=1))
told(lambda: optim.SGD(p, lr=1))
told(lambda: optim.SGD([p]))
told(lambda: optim.SGD([p], lr=-1))
told(lambda: optim.SGD([p], lr=1, nesterov=True))
told(lambda: optim.SGD([p], lr=1, momentum=-1))
told(lambda: optim.SGD([p], lr=1, weight_decay=-1))
told(lambda: optim.Adam([p], betas=(1.0, 0)))
told(lambda: optim.Adam([p], eps=-1))
told(lambda: optim.Adam([{'params': [p]}, {'params': [p]}]))
told(lambda: optim.Adam([torch.ones(2) * p]))
told(lambda: optim.Adam([3]))
told(lambda: optim.Adam([{'params': {p}}]))
told(lambda: optim.SGD([{'params': [p], 'lr': 0.1}], lr=0.5, momentum=0.9))
for cls in (
    optim.Adam, optim.AdamW, optim.Adamax, optim.RMSprop, optim.Adadelta, optim.ASGD,
    optim.NAdam, optim.RAdam, optim.Rprop,
):
    opt = cls([q])
    print(opt)
    print(opt.state_dict(), opt.defaults)

opt = optim.SGD([{'params': q, 'lr': 0.1}, {'params': [p]}], lr=0.5)
opt.add_param_group({'params': torch.nn.Parameter(torch.zeros(1)), 'momentum': 0.9})
print([(g['lr'], g['momentum'], len(g['params'])) for g in opt.param_groups])
state = opt.state_dict()
state['param_groups'][0]['lr'] = 7
opt.load_state_dict(state)
print(opt.param_groups[0]['lr'], opt.param_groups[0]['params'][0] is q)
told(lambda: opt.load_state_dict(optim.SGD([p], lr=1).state_dict()))

loss = (q * 2).sum() + p.sum()
loss.backward()
print(q.grad.shape, p.grad.shape, opt.step())
opt.zero_grad()
opt.zero_grad(set_to_none=True)
print(q.grad, p.grad, q.shape, q.requires_grad)
