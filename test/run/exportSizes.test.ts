// Exported models whose inputs may have other sizes: they give for these what the program gives.

import assert from 'node:assert/strict';
import { makeEngines } from '../engine/host.ts';
import { exported, flat, runModel, type Nested } from './exported.ts';

const engines = makeEngines();

const head = `
import math, torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
def tell(call, *shapes, make=torch.randn):
    runs = []
    for shape in shapes:
        x = make(shape)
        out = call(x)
        out = out if isinstance(out, tuple) else (out,)
        runs.append([x.tolist(), *[o.tolist() for o in out]])
    print(runs)
`;

const gpt = `${head}
class Attention(nn.Module):
    def __init__(self, width, heads, most):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.register_buffer('mask', torch.tril(torch.ones(most, most)).view(1, 1, most, most))
    def forward(self, x):
        B, T, C = x.size()
        q, k, v = self.qkv(x).split(C, dim=2)
        q, k, v = [t.view(B, T, self.heads, C // self.heads).transpose(1, 2) for t in (q, k, v)]
        a = (q @ k.transpose(-2, -1)) * (1 / math.sqrt(k.size(-1)))
        a = a.masked_fill(self.mask[:, :, :T, :T] == 0, float('-inf'))
        more = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        y = F.softmax(a, dim=-1) @ v + more
        return y.transpose(1, 2).contiguous().view(B, T, C)
class GPT(nn.Module):
    def __init__(self, most=16):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(11, 8), nn.Embedding(most, 8)
        self.blocks = nn.ModuleList([Attention(8, 2, most) for _ in range(2)])
    def forward(self, idx):
        x = self.wte(idx) + self.wpe(torch.arange(idx.size(1)))
        for block in self.blocks:
            x = x + block(x)
        return F.linear(x, self.wte.weight)
gpt = GPT().eval()
idx = torch.randint(0, 11, (2, 5))
`;

describe('a model for inputs of any size', function () {
  this.timeout(30_000);
  after(() => engines.stop());

  it('is a transformer for other batches and lengths', async () => {
    const made = await sameFor(
      `${gpt}tell(gpt, (2, 5), (1, 1), (3, 16), make=lambda s: torch.randint(0, 11, s))`,
      'gpt(idx)',
      'idx',
      { 0: 'batch', 1: 'time' },
    );
    assert.deepEqual(made.inputs[0]?.sizes, ['batch', 'time']);
    assert.deepEqual(made.outputs[0]?.sizes, ['batch', 'time', 11]);
  });

  it('is a network over images of other heights and widths', async () => {
    const source = `${head}
class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(3, 4, 3, stride=2, padding=1)
        self.deep = nn.Conv2d(4, 4, 3, stride=2, padding=1)
        self.out = nn.Conv2d(8, 2, 1)
    def forward(self, x):
        a = F.relu(self.down(x))
        b = F.relu(self.deep(F.max_pool2d(a, 2)))
        up = F.interpolate(b, size=a.shape[-2:], mode='bilinear', align_corners=False)
        y = torch.cat([up, a], 1)
        z = F.interpolate(self.out(y), size=x.shape[-2:], mode='bilinear', align_corners=True)
        return z, F.adaptive_avg_pool2d(z, 1).flatten(1)
unet = UNet().eval()
tell(unet, (1, 3, 16, 16), (2, 3, 19, 33), (5, 3, 7, 9))
`;
    await sameFor(source, 'unet(torch.randn(1, 3, 16, 16))', 'x', { 0: 'n', 2: 'h', 3: 'w' });
  });

  it('is a recurrent network, or an encoder', async () => {
    const source = `${head}
lstm = nn.LSTM(4, 3, batch_first=True, bidirectional=True)
encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, batch_first=True), 1).eval()
`;
    const shapes = (width: number): string =>
      `(2, 5, ${width}), (4, 2, ${width}), (1, 9, ${width})`;
    await sameFor(
      `${source}tell(lambda x: lstm(x)[0], ${shapes(4)})`,
      '(lambda x: lstm(x)[0])(torch.randn(2, 5, 4))',
      'x',
      { 0: 'n', 1: 't' },
    );
    await sameFor(`${source}tell(encoder, ${shapes(8)})`, 'encoder(torch.randn(2, 5, 8))', 'src', {
      0: 'n',
      1: 't',
    });
  });

  it('is refused where the call takes no other size', async () => {
    const { refusal } = await exported(gpt, 'gpt(torch.zeros(2, 16, dtype=torch.int64))', {
      marks: [{ input: 'idx', dim: 1, label: 'time' }],
    });
    // Shorter is possible, so this one is not refused.
    assert.equal(refusal, null);
    const fixed = await exported(`${head}net = nn.Linear(4, 2)\n`, 'net(torch.ones(1, 4))', {
      marks: [{ input: 'input', dim: 1, label: 'features' }],
    });
    assert.match(fixed.refusal?.message ?? '', /^features is 4 in the call, which does not go/);
  });

  it('is refused where something else changes with the size, at its line', async () => {
    const source = `${head}
def f(x):
    y = x + 1
    return y * (x.size(0) ** 0.5)
def g(x):
    for _ in range(x.size(0)):
        x = x * 2
    return x
`;
    const marks = [{ input: 'x', dim: 0, label: 'n' }];
    const nearest = await exported(
      `${head}def f(x):\n    return F.interpolate(x, size=(8, 8), mode='nearest')\n`,
      'f(torch.ones(1, 1, 4, 4))',
      { marks: [{ input: 'x', dim: 2, label: 'h' }] },
    );
    assert.match(nearest.refusal?.message ?? '', /^not supported yet: export of .* any size of h$/);
    for (const [call, text] of [
      ['f(torch.ones(4))', 'return y * ('],
      ['g(torch.ones(4))', 'x = x * 2'],
    ] as const) {
      const { refusal, model } = await exported(source, call, { marks });
      assert.equal(model, null);
      assert.match(refusal?.message ?? '', /^not supported yet: export of mul for any size of n$/);
      const { start = 0, end = 0 } = refusal?.origin?.span ?? {};
      assert.ok(text.includes(source.slice(start, end).slice(0, 5)), source.slice(start, end));
      assert.ok(Math.abs(start - source.indexOf(text)) < 10, call);
    }
  });

  it('says which inputs and dimensions there are', async () => {
    const messageOf = async (input: string, dim: number): Promise<string | undefined> =>
      (await exported(gpt, 'gpt(idx)', { marks: [{ input, dim, label: 'a' }] })).refusal?.message;
    assert.equal(await messageOf('x', 0), 'The call has no input x; its inputs are: idx');
    assert.equal(await messageOf('idx', 2), 'idx has 2 dimensions: there is no 2');
  });
});

/** The program tells what it gives for inputs of several sizes: the one model gives the same. */
async function sameFor(
  source: string,
  call: string,
  input: string,
  labels: Readonly<Record<number, string>>,
): ReturnType<typeof exported> {
  const marks = Object.entries(labels).map(([dim, label]) => ({ input, dim: Number(dim), label }));
  const made = await exported(source, call, { marks });
  const { model, refusal, printed } = made;
  assert.equal(refusal?.message, undefined);
  assert.ok(model);
  for (const [given, ...expected] of JSON.parse(printed) as [Nested, ...Nested[]][]) {
    const outputs = await runModel(engines.host, model, { [input]: given });
    for (const [i, { numbers }] of outputs.entries()) {
      const wanted = flat(expected[i] ?? []);
      assert.equal(numbers.length, wanted.length);
      const most = Math.max(...wanted.map(Math.abs));
      for (const [j, number] of numbers.entries()) {
        assert.ok(Math.abs(number - (wanted[j] as number)) <= 1e-5 * most, `${i}: ${j}`);
      }
    }
  }
  return made;
}
