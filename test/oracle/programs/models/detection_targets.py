# detection-style: anchors, box ops, nms in python, focal loss, assignment
import math, torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
def make_anchors(h, w, stride, scales=(1.0, 1.5), ratios=(0.5, 1.0, 2.0)):
    ys, xs = torch.meshgrid(torch.arange(h), torch.arange(w), indexing='ij')
    ctr = torch.stack([xs, ys], -1).reshape(-1, 1, 2).float() * stride + stride / 2
    wh = torch.tensor([[s * stride * math.sqrt(1 / r), s * stride * math.sqrt(r)] for s in scales for r in ratios])
    return torch.cat([ctr - wh / 2, ctr + wh / 2], -1).view(-1, 4)
def area(b): return (b[:, 2] - b[:, 0]).clamp(min=0) * (b[:, 3] - b[:, 1]).clamp(min=0)
def iou(a, b):
    lt = torch.max(a[:, None, :2], b[None, :, :2]); rb = torch.min(a[:, None, 2:], b[None, :, 2:])
    wh = (rb - lt).clamp(min=0); inter = wh[..., 0] * wh[..., 1]
    return inter / (area(a)[:, None] + area(b) - inter + 1e-9)
def encode(g, a):
    aw, ah = a[:, 2] - a[:, 0], a[:, 3] - a[:, 1]; ax, ay = a[:, 0] + .5 * aw, a[:, 1] + .5 * ah
    gw, gh = g[:, 2] - g[:, 0], g[:, 3] - g[:, 1]; gx, gy = g[:, 0] + .5 * gw, g[:, 1] + .5 * gh
    return torch.stack(((gx - ax) / aw, (gy - ay) / ah, torch.log(gw / aw), torch.log(gh / ah)), dim=1)
def nms(boxes, scores, thr):
    order = scores.argsort(descending=True); keep = []
    while order.numel() > 0:
        i = order[0]; keep.append(i.item())
        if order.numel() == 1: break
        o = iou(boxes[i][None], boxes[order[1:]])[0]
        order = order[1:][o <= thr]
    return torch.tensor(keep, dtype=torch.long)
def focal(logits, t, alpha=0.25, gamma=2.0):
    p = torch.sigmoid(logits); ce = F.binary_cross_entropy_with_logits(logits, t, reduction='none')
    pt = p * t + (1 - p) * (1 - t); a = alpha * t + (1 - alpha) * (1 - t)
    return (a * (1 - pt) ** gamma * ce)
anchors = make_anchors(4, 4, 8)
gt = torch.tensor([[2., 3., 14., 17.], [10., 10., 30., 28.]]); labels = torch.tensor([1, 2])
m = iou(anchors, gt); best, idx = m.max(1); pos = best >= 0.5; neg = best < 0.4
m_best = m.argmax(0); pos[m_best] = True; idx[m_best] = torch.arange(2)
print(anchors.shape, pos.sum(), neg.sum().item(), m_best)
cls_t = torch.zeros(len(anchors), 3); cls_t[pos, labels[idx[pos]]] = 1.0
logits = torch.randn(len(anchors), 3); reg = torch.randn(len(anchors), 4) * 0.1
print(focal(logits, cls_t)[pos | neg].sum() / pos.sum().clamp(min=1), F.smooth_l1_loss(reg[pos], encode(gt[idx[pos]], anchors[pos]), beta=1 / 9, reduction='sum'))
sc, lb = logits.sigmoid().max(-1)
keep = nms(anchors, sc, 0.5)
print(keep[:8], sc[keep][:4], lb[keep][:4].tolist(), anchors[keep[:2]])
g = torch.where(sc > 0.8)[0]; print(g, torch.nonzero(sc > 0.8, as_tuple=False).squeeze(1).equal(g))
ids = torch.zeros(3, dtype=torch.long).scatter_add_(0, lb, torch.ones_like(lb)); print(ids, torch.bincount(lb, minlength=3))
print({int(k): int((lb == k).sum()) for k in lb.unique()})
