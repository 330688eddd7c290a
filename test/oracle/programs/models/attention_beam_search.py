# seq2seq with attention, packed sequences, beam search
import torch, torch.nn as nn, torch.nn.functional as F
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence
torch.manual_seed(2)
PAD, SOS, EOS = 0, 1, 2
class Encoder(nn.Module):
    def __init__(self, v, e, h):
        super().__init__(); self.emb = nn.Embedding(v, e, padding_idx=PAD); self.rnn = nn.GRU(e, h, num_layers=2, bidirectional=True, dropout=0.1, batch_first=True); self.fc = nn.Linear(2 * h, h)
    def forward(self, x, lens):
        p = pack_padded_sequence(self.emb(x), lens.cpu(), batch_first=True, enforce_sorted=False)
        o, h = self.rnn(p)
        o, _ = pad_packed_sequence(o, batch_first=True)
        h = torch.tanh(self.fc(torch.cat((h[-2], h[-1]), dim=1)))
        return o, h
class Attention(nn.Module):
    def __init__(self, h):
        super().__init__(); self.w = nn.Linear(3 * h, h); self.v = nn.Linear(h, 1, bias=False)
    def forward(self, hid, enc, mask):
        hid = hid.unsqueeze(1).expand(-1, enc.size(1), -1)
        e = self.v(torch.tanh(self.w(torch.cat((hid, enc), 2)))).squeeze(2)
        return e.masked_fill(mask == 0, float('-inf')).softmax(1)
class Decoder(nn.Module):
    def __init__(self, v, e, h):
        super().__init__(); self.emb = nn.Embedding(v, e); self.att = Attention(h); self.rnn = nn.GRUCell(e + 2 * h, h); self.out = nn.Linear(3 * h + e, v)
    def forward(self, tok, hid, enc, mask):
        e = self.emb(tok); a = self.att(hid, enc, mask)
        c = torch.bmm(a.unsqueeze(1), enc).squeeze(1)
        hid = self.rnn(torch.cat((e, c), 1), hid)
        return self.out(torch.cat((hid, c, e), 1)), hid, a
enc, dec = Encoder(20, 6, 5).eval(), Decoder(20, 6, 5).eval()
seqs = [torch.randint(3, 20, (n,)) for n in (4, 7, 5)]
x = pad_sequence(seqs, batch_first=True, padding_value=PAD); lens = torch.tensor([len(s) for s in seqs])
mask = (torch.arange(lens.max())[None, :] < lens[:, None]).long()
eo, h = enc(x, lens)
print(eo.shape, h.sum(), mask)
tok = torch.full((3,), SOS); outs = []
for _ in range(4):
    o, h2, a = dec(tok, h, eo, mask); tok = o.argmax(1); outs.append(o); h = h2
logits = torch.stack(outs, 1)
tgt = torch.randint(0, 20, (3, 4)); tgt[0, 2:] = PAD
print(F.cross_entropy(logits.view(-1, 20), tgt.view(-1), ignore_index=PAD), F.cross_entropy(logits.transpose(1, 2), tgt, reduction='none', label_smoothing=0.1))
@torch.no_grad()
def beam(b, k=3, steps=5):
    eo, h = enc(x[b:b+1], lens[b:b+1]); m = mask[b:b+1, :eo.size(1)]
    beams = [(0.0, [SOS], h)]
    for _ in range(steps):
        cand = []
        for s, seq, hh in beams:
            if seq[-1] == EOS: cand.append((s, seq, hh)); continue
            o, nh, _ = dec(torch.tensor([seq[-1]]), hh, eo, m)
            lp, ix = F.log_softmax(o, -1)[0].topk(k)
            cand += [(s + p.item(), seq + [i.item()], nh) for p, i in zip(lp, ix)]
        beams = sorted(cand, key=lambda c: c[0] / len(c[1]), reverse=True)[:k]
    return [(round(s, 4), q) for s, q, _ in beams]
for b in range(3): print(beam(b))
w = torch.multinomial(F.softmax(logits[:, -1] / 0.7, -1), 2)
print(w)
