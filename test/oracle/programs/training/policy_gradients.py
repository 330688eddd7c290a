# rl + replay + distributions + gae + returns
import random, math, collections, torch, torch.nn as nn, torch.nn.functional as F
from torch.distributions import Categorical, Normal, Bernoulli, Uniform
random.seed(0); torch.manual_seed(0)
Transition = collections.namedtuple('Transition', ('state', 'action', 'next_state', 'reward', 'done'))
class Replay:
    def __init__(self, cap): self.m = collections.deque([], maxlen=cap)
    def push(self, *a): self.m.append(Transition(*a))
    def sample(self, b): return random.sample(self.m, b)
    def __len__(self): return len(self.m)
class Env:
    def __init__(self): self.s = None
    def reset(self, seed=None): self.s = torch.zeros(4); self.t = 0; return self.s, {}
    def step(self, a): self.s = self.s + (a - .5) * torch.tensor([1., -1., .5, 0.]); self.t += 1; return self.s, float(-self.s.abs().sum()), bool(self.t >= 5), False, {}
class AC(nn.Module):
    def __init__(self):
        super().__init__(); self.body = nn.Sequential(nn.Linear(4, 16), nn.Tanh()); self.pi = nn.Linear(16, 2); self.v = nn.Linear(16, 1); self.log_std = nn.Parameter(torch.zeros(2))
        for l in self.modules():
            if isinstance(l, nn.Linear): nn.init.orthogonal_(l.weight, 2 ** .5); nn.init.zeros_(l.bias)
    def forward(self, s): h = self.body(s); return Categorical(logits=self.pi(h)), self.v(h).squeeze(-1)
net, env, mem = AC(), Env(), Replay(100)
for ep in range(3):
    s, _ = env.reset()
    while True:
        with torch.no_grad(): d, v = net(s)
        a = d.sample() if random.random() > 0.1 else torch.tensor(random.randrange(2))
        ns, r, done, _, _ = env.step(a.item()); mem.push(s, a, ns, torch.tensor([r]), done); s = ns
        if done: break
b = Transition(*zip(*mem.sample(8)))
S, A, R = torch.stack(b.state), torch.stack(b.action), torch.cat(b.reward); mask = 1 - torch.tensor(b.done, dtype=torch.float32)
d, v = net(S)
print(d, v.shape, d.log_prob(A), d.entropy().mean(), R.sum(), mask)
def gae(r, v, m, g=.99, lam=.95):
    adv, last = torch.zeros_like(r), 0.
    for t in reversed(range(len(r) - 1)):
        delta = r[t] + g * v[t + 1] * m[t] - v[t]; last = delta + g * lam * m[t] * last; adv[t] = last
    return adv, adv + v
adv, ret = gae(R, v.detach(), mask); adv = (adv - adv.mean()) / (adv.std() + 1e-8)
ratio = torch.exp(d.log_prob(A) - d.log_prob(A).detach() + 0.1)
loss = -torch.min(ratio * adv, torch.clamp(ratio, .8, 1.2) * adv).mean() + .5 * F.mse_loss(v, ret) - .01 * d.entropy().mean()
print(adv, ret, loss)
n = Normal(torch.zeros(2), net.log_std.exp()); z = n.rsample((3,)); act = torch.tanh(z); lp = (n.log_prob(z) - torch.log(1 - act.pow(2) + 1e-6)).sum(-1)
print(z, lp, n.entropy(), n.cdf(torch.ones(2)), torch.distributions.kl_divergence(n, Normal(torch.ones(2), torch.ones(2) * 2)))
print(Bernoulli(probs=torch.tensor([.2, .9])).sample((4,)), Uniform(0., torch.tensor([1., 3.])).sample(), Categorical(probs=torch.tensor([[.1, .9], [.5, .5]])).sample((3,)).shape)
q = net.pi(net.body(S)); qa = q.gather(1, A.unsqueeze(1)).squeeze(1); tgt = R + .99 * q.max(1)[0].detach() * mask; print(F.huber_loss(qa, tgt), nn.SmoothL1Loss()(qa, tgt))
eps = [0.05 + 0.85 * math.exp(-1. * k / 10) for k in range(0, 30, 10)]; print([f'{e:.3f}' for e in eps])
tau = .1; other = AC()
sd = other.state_dict(); 
for k in sd: sd[k] = net.state_dict()[k] * tau + sd[k] * (1 - tau)
print(other.load_state_dict(sd), sum(p.abs().sum() for p in other.parameters()))
nn.utils.clip_grad_norm_(net.parameters(), 1.0)
