// einops over torch's operators: each pattern does what the same steps written with torch do. The
// messages are those of einops 0.8.

import assert from 'node:assert/strict';
import { liveLimits } from '../../src/trace/program.ts';
import { traceText } from '../trace/traceText.ts';

/** Each line: what einops gives, and what torch does. */
const SAME = `
rearrange(x, 'b c h w -> b h w c')                       | x.permute(0, 2, 3, 1)
rearrange(x, 'b c h w -> (b h) (c w)')                   | x.permute(0, 2, 1, 3).reshape(8, 18)
rearrange(x, 'b c (h p) (w q) -> b (h w) (p q c)', p=2, q=3) | x.reshape(2, 3, 2, 2, 2, 3).permute(0, 2, 4, 3, 5, 1).reshape(2, 4, 18)
rearrange(x, 'b ... -> b (...)')                         | x.flatten(1)
rearrange(x, '... w -> w ...')                           | x.permute(3, 0, 1, 2)
rearrange(x, 'b c h w -> b 1 c (h w)')                   | x.flatten(2).unsqueeze(1)
rearrange(x[:1], '1 c h w -> c h w')                     | x[0]
rearrange(x[:1], '() c h w -> c h w ()')                 | x[0].unsqueeze(-1)
rearrange(list(x), 'b c h w -> c (b h) w')               | x.permute(1, 0, 2, 3).reshape(3, 8, 6)
rearrange(x, 'b c (h p) w -> b c h p w', h=2)            | x.reshape(2, 3, 2, 2, 6)
reduce(x, 'b c h w -> b c', 'mean')                      | x.mean((2, 3))
reduce(x, 'b c (h 2) (w 3) -> b c h w', 'max')           | torch.nn.functional.max_pool2d(x, (2, 3))
reduce(x, 'b c h w -> b c 1 1', 'min')                   | x.amin((2, 3), keepdim=True)
reduce(x, 'b c h w -> w c', 'sum')                       | x.sum((0, 2)).T
reduce(x, 'b c h w -> ', 'sum')                          | x.sum()
reduce(x / 50, 'b c h w -> b w', 'prod')                 | (x / 50).prod(2).prod(1)
reduce(x > 30, 'b c h w -> b w', 'any')                  | (x > 30).any(2).any(1)
reduce(x > 2, '... h w -> ...', 'all')                   | (x > 2).all(-1).all(-1)
reduce(x, 'b c h w -> c', torch.logsumexp)               | x.logsumexp((0, 2, 3))
repeat(x[0, 0], 'h w -> h (w r) c', r=2, c=3)            | x[0, 0].repeat_interleave(2, 1)[..., None].repeat(1, 1, 3)
repeat(x[0, 0], 'h w -> (5 h) w')                        | x[0, 0].repeat(5, 1)
repeat(x, '... -> ... r', r=4)                           | x[..., None].expand(2, 3, 4, 6, 4)
einsum(x, m, 'b c h w, w out -> b c h out')              | x @ m
einsum(m, m, '... i, j i -> j ...')                      | m @ m.T
pack([x, x[:, :, 0]], 'b c *')[0]                        | torch.cat([x.flatten(2), x[:, :, 0]], 2)
unpack(x, [(2, 2), (-1,)], 'b c h *')[0]                 | x[..., :4].reshape(2, 3, 4, 2, 2)
unpack(x, [(-1, 2), (2,)], 'b c h *')[1]                 | x[..., 4:]
Rearrange('b c (h p) w -> b c h p w', p=2)(x)            | x.reshape(2, 3, 2, 2, 6)
Reduce('b c h w -> b c', 'max')(x)                       | x.amax((2, 3))
mix(x)                                                   | x.permute(0, 2, 3, 1) @ mix.weight + mix.bias
grouped(x)                                               | (x.permute(0, 2, 3, 1)[..., None, None, :] @ grouped.weight).reshape(2, 24, 10)
`
  .split('\n')
  .filter((line) => line.includes('|'))
  .map((line) => line.split('|').map((part) => part.trim()) as [string, string]);

const START = `
import torch
from einops import *
from einops.layers.torch import EinMix, Rearrange, Reduce
torch.manual_seed(0)
x = torch.arange(144.0).reshape(2, 3, 4, 6)
m = torch.randn(6, 6)
mix = EinMix('b c h w -> b h w d', 'c d', 'd', c=3, d=5)
grouped = EinMix('b c h w -> b (h w) (g d)', 'g c d', c=3, d=5, g=2)
`;

async function printed(text: string, live = false): Promise<string[]> {
  const options = live ? { limits: liveLimits(20_000) } : {};
  const { trace } = await traceText(START + text, options);
  assert.deepEqual(
    trace.diagnostics.map(({ message }) => message),
    [],
  );
  const whole = trace.printed.map((each) => each.text).join('');
  return whole.trimEnd().split('\n');
}

describe('einops', () => {
  it('does what the same steps in torch do', async () => {
    const checks = SAME.map(
      ([ours, theirs]) =>
        `a, b = ${ours}, ${theirs}\n` +
        'print(a.shape == b.shape and torch.allclose(a.double(), b.double(), atol=1e-5))\n',
    );
    const results = await printed(checks.join(''));
    const wrong = SAME.filter((_, i) => results[i] !== 'True').map(([ours]) => ours);
    assert.deepEqual(wrong, []);
    assert.equal(results.length, SAME.length);
  });

  it('knows shapes while nobody knows the numbers', async () => {
    const lines = await printed(
      'x = torch.rand(2, 3, 4, 6)\n' +
        "print(rearrange(x, 'b c (h p) w -> b (h w) (p c)', p=2).shape)\n" +
        "print(pack([x, x.sum(-1)], 'b c *')[1], parse_shape(x, 'b _ ...'))\n" +
        "print(rearrange(x, 'b c h w -> b c h w') is x)\n",
      true,
    );
    assert.deepEqual(lines, [
      'torch.Size([2, 12, 6])',
      "[torch.Size([4, 6]), torch.Size([4])] {'b': 2}",
      'True',
    ]);
  });

  it('says what does not fit', async () => {
    const refused: [call: string, message: string][] = [
      [
        "rearrange(x, 'b c (h p) w -> b c h p w', p=3)",
        ' Error while processing rearrange-reduction pattern "b c (h p) w -> b c h p w".\n' +
          " Input tensor shape: torch.Size([2, 3, 4, 6]). Additional info: {'p': 3}.\n" +
          " Shape mismatch, can't divide axis of length 4 in chunks of 3",
      ],
      [
        "rearrange(x, 'b c h -> b h c')",
        ' Error while processing rearrange-reduction pattern "b c h -> b h c".\n' +
          ' Input tensor shape: torch.Size([2, 3, 4, 6]). Additional info: {}.\n' +
          ' Wrong shape: expected 3 dims. Received 4-dim tensor.',
      ],
      [
        "repeat([m], 'a b c -> a b')",
        ' Error while processing repeat-reduction pattern "a b c -> a b".\n' +
          ' Input is list. Additional info: {}.\n' +
          " Unexpected identifiers on the left side of repeat: {'c'}",
      ],
      [
        "Rearrange('a a -> a')",
        " Error while preparing Rearrange('a a -> a')\n" +
          ' Indexing expression contains duplicate dimension "a"',
      ],
      ["EinMix('b c -> b d', 'c d', c=3)", 'Dimension d of weight should be specified'],
    ];
    const calls = refused.map(
      ([call]) => `try: ${call}\nexcept EinopsError as e: print(repr(str(e)))\n`,
    );
    const messages = refused.map(([, message]) => `print(repr(${JSON.stringify(message)}))\n`);
    assert.deepEqual(await printed(calls.join('')), await printed(messages.join('')));
  });
});
