# graph nets: gcn, gat, scatter, pooling, laplacian
import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
ei = torch.tensor([[0, 1, 1, 2, 3, 3, 4, 0], [1, 0, 2, 1, 4, 0, 3, 3]]); n = 5
def degree(i, n): return torch.zeros(n).scatter_add_(0, i, torch.ones(i.size(0)))
def add_self(ei, n): l = torch.arange(n).unsqueeze(0).repeat(2, 1); return torch.cat([ei, l], dim=1)
class GCN(nn.Module):
    def __init__(self, i, o): super().__init__(); self.lin = nn.Linear(i, o, bias=False); self.bias = nn.Parameter(torch.empty(o)); self.reset_parameters()
    def reset_parameters(self): self.lin.reset_parameters(); self.bias.data.zero_()
    def forward(self, x, ei):
        e = add_self(ei, x.size(0)); r, c = e; d = degree(c, x.size(0)).pow(-0.5); d[d == float('inf')] = 0
        w = d[r] * d[c]; x = self.lin(x)
        out = torch.zeros_like(x).index_add_(0, c, w.view(-1, 1) * x[r])
        return out + self.bias
class GAT(nn.Module):
    def __init__(self, i, o, h=2):
        super().__init__(); self.h, self.o = h, o; self.w = nn.Parameter(torch.empty(i, h * o)); self.a = nn.Parameter(torch.empty(1, h, 2 * o)); nn.init.xavier_uniform_(self.w, gain=1.414); nn.init.xavier_uniform_(self.a)
    def forward(self, x, ei):
        e = add_self(ei, x.size(0)); h = (x @ self.w).view(-1, self.h, self.o); s = (torch.cat([h[e[0]], h[e[1]]], -1) * self.a).sum(-1); s = F.leaky_relu(s, 0.2)
        mx = torch.full((x.size(0), self.h), -1e9).scatter_reduce(0, e[1][:, None].expand_as(s), s, reduce='amax')
        ex = (s - mx[e[1]]).exp(); den = torch.zeros(x.size(0), self.h).index_add(0, e[1], ex)
        al = ex / (den[e[1]] + 1e-16)
        return torch.zeros_like(h).index_add_(0, e[1], al.unsqueeze(-1) * h[e[0]]).flatten(1)
x = torch.randn(n, 4)
g, a = GCN(4, 6), GAT(6, 3)
y = a(F.elu(g(x, ei)), ei)
print(y.shape, y.sum(), y[2])
A = torch.zeros(n, n); A[ei[0], ei[1]] = 1; D = torch.diag(A.sum(1)); L = D - A
ev, U = torch.linalg.eigh((L + L.T) / 2); print(ev[1:], U.abs().sum(), torch.allclose(U @ torch.diag(ev) @ U.T, (L + L.T) / 2, atol=1e-5))
Dn = torch.diag(A.sum(1).pow(-0.5)); print((torch.eye(n) - Dn @ A @ Dn)[0], torch.matrix_power(A, 3).trace(), torch.linalg.matrix_rank(L))
batch = torch.tensor([0, 0, 0, 1, 1]); s = torch.zeros(2, 6).index_add_(0, batch, y); c = torch.bincount(batch).unsqueeze(1); print(s / c)
print(torch.zeros(2, 6).scatter_reduce_(0, batch[:, None].expand(-1, 6), y, 'amax', include_self=False))
val, perm = torch.topk(y.norm(dim=1), 3); print(perm, torch.sparse_coo_tensor if False else None, y[perm].mean(0))
w = torch.softmax(torch.randn(3, 5), -1).cumsum(-1); u = torch.rand(3, 1); print((u > w).sum(-1), torch.searchsorted(w, u).squeeze(-1))
dist = torch.cdist(x, x); knn = dist.topk(3, largest=False).indices[:, 1:]; print(knn, dist[0])
print(torch.block_diag(A[:2, :2], A[2:, 2:]), torch.triu_indices(3, 3, 1), torch.tril(A)[3], torch.combinations(torch.arange(4)).shape, torch.cartesian_prod(torch.arange(2), torch.arange(3))[-1])
