// Calls as ONNX models: they give on ONNX Runtime what the program printed, under names that people
// know; and what can't be a model says so at its line.

import assert from 'node:assert/strict';
import { makeEngines } from '../engine/host.ts';
import { exported, flat, graphOf, runModel, type Exported, type Nested } from './exported.ts';

const engines = makeEngines();

const net = `
import torch, torch.nn as nn, torch.nn.functional as F
class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv = nn.Conv2d(3, width, 3, padding=1)
        self.bn = nn.BatchNorm2d(width)
        self.drop = nn.Dropout(0.5)
        self.head = nn.Sequential(nn.Linear(width, 5), nn.GELU())
    def forward(self, image, *, scale=None):
        x = self.drop(F.relu(self.bn(self.conv(image))))
        if scale is not None:
            x = x * scale
        return {'logits': self.head(x.mean((2, 3))), 'map': x}
torch.manual_seed(0)
net = Block(4).eval()
image = torch.randn(2, 3, 6, 6)
scale = torch.full((4, 1, 1), 0.5)
`;

describe('a call that is exported', function () {
  this.timeout(20_000);
  after(() => engines.stop());

  it('gives the same numbers on ONNX Runtime', async () => {
    const made = await exported(
      `${net}
out = net(image, scale=scale)
print([image.tolist(), scale.tolist(), out['logits'].tolist(), out['map'].tolist()])
`,
      'net(image, scale=scale)',
    );
    await sameNumbers(made, ['image', 'scale']);
  });

  it('has the names of the parameters, of the module tree and of the results', async () => {
    const { inputs, outputs, model } = await exported(net, 'net(image, scale=scale)');
    assert.deepEqual(
      [inputs, outputs].map((ports) => ports.map(({ name }) => name)),
      [
        ['image', 'scale'],
        ['logits', 'map'],
      ],
    );
    assert.ok(model);
    const { initializer, node } = graphOf(model);
    const weights = initializer.map(({ name }) => name).filter((name) => name.includes('.'));
    assert.deepEqual(weights, [
      'conv.weight',
      'conv.bias',
      'bn.weight',
      'bn.bias',
      'bn.running_mean',
      'bn.running_var',
      'head.0.weight',
      'head.0.bias',
    ]);
    const names = node.map(({ name }) => name);
    assert.ok(names.includes('/conv/Conv') && names.includes('/head/1/Erf'), names.join());
    assert.ok(!node.some(({ opType }) => opType === 'Dropout'), 'dropout in eval is nothing');
  });

  it('names what a tuple gives, and the weights of modules that a function uses', async () => {
    const { outputs, inputs, model } = await exported(
      `${net}
def both(x, more):
    y = net(x)['logits']
    return y, [y + more[0], more[1]]
`,
      'both(image, [torch.ones(1), torch.zeros(2)])',
    );
    assert.deepEqual(
      [inputs, outputs].map((ports) => ports.map(({ name }) => name)),
      [
        ['x', 'more_0', 'more_1'],
        ['output_0', 'output_1_0', 'output_1_1'],
      ],
    );
    assert.ok(model);
    assert.equal(graphOf(model).initializer[0]?.name, 'net.conv.weight');
  });

  it('can be a case of the program', async () => {
    const source = `${net}
def main():
    local = Block(2).eval()
    x = torch.randn(1, 3, 5, 5)
    y = local(image=x)
    print([x.tolist(), y['logits'].tolist(), y['map'].tolist()])
net(image)
main()
`;
    const made = await exported(source, 1);
    assert.equal(made.refusal, null);
    await sameNumbers(made, ['image']);
    const none = await exported(source, 2);
    assert.equal(none.refusal?.message, 'There is no such call.');
  });

  it('has weights that are too much for it in a file beside it', async () => {
    const made = await exported(
      `
import torch
layers = torch.nn.Sequential(torch.nn.Linear(40, 50), torch.nn.Linear(50, 60))
x = torch.ones(1, 40)
print([x.tolist(), layers(x).tolist()])
`,
      'layers(x)',
      { besideFrom: 10_000 },
    );
    const weights = made.model?.weights ?? [];
    assert.deepEqual(
      weights.map(({ location, offset }) => [location, offset]),
      [
        ['model.onnx.data', 0],
        ['model.onnx.data', 65536],
      ],
    );
    await sameNumbers(made, ['input']);
  });

  it('has one input for a tensor that is given twice, and no name twice', async () => {
    const made = await exported(
      `
import torch
mha = torch.nn.MultiheadAttention(4, 2).eval()
x = torch.randn(3, 1, 4)
print([x.tolist(), mha(x, x, x)[0].tolist()])
def attend(query, key):
    return {'query': mha(query, key, key)[0]}
`,
      'attend(x, key=x)',
    );
    assert.match(made.notes[0]?.message ?? '', /there is none for key\.$/);
    assert.deepEqual(
      [made.inputs, made.outputs].map((ports) => ports.map(({ name }) => name)),
      [['query'], ['query_out']],
    );
    await sameNumbers(made, ['query']);
  });

  it('writes through views as the program does', async () => {
    const made = await exported(
      `
import torch
def f(x):
    y = x * 1
    y[:, 0] = 5
    y[1:, 2:, 1] += x[:2, 2:, 0]
    y[..., ::2] *= 3
    z = y.permute(2, 0, 1)
    z[0] = z[1] + 1
    y[0, torch.tensor([0, -1])] = 7
    y[x > 1.5] = 0
    return y, y.view(-1)[3:9].t(), z.flatten(1)
x = torch.randn(3, 4, 5)
print([x.tolist(), *[each.tolist() for each in f(x)]])
`,
      'f(x)',
    );
    await sameNumbers(made, ['x']);
  });

  it('looks at nothing that was written to after it', async () => {
    const made = await exported(
      `
import torch
class Count(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer('calls', torch.zeros(1))
    def forward(self, x):
        y = x[:, 0]
        y += self.calls
        self.calls += 1
        return x * 2
count = Count().eval()
x = torch.ones(2, 3)
print([x.tolist(), [[2 * v for v in row] for row in x.tolist()]])
`,
      'count(x)',
    );
    await sameNumbers(made, ['x']);
  });
});

describe('a call that can not be exported', function () {
  this.timeout(20_000);

  async function refusal(
    source: string,
    call: string,
  ): Promise<{ message: string | undefined; line: number | null }> {
    const { refusal, model } = await exported(source, call);
    assert.equal(model, null);
    const start = refusal?.origin?.span.start;
    const line = start === undefined ? null : source.slice(0, start).split('\n').length;
    return { message: refusal?.message, line };
  }

  it('names the operator that ONNX has not got, with its line', async () => {
    const source = 'import torch\ndef f(x):\n    y = x + 1\n    return torch.lgamma(y)\n';
    assert.deepEqual(await refusal(source, 'f(torch.ones(3))'), {
      message: 'not supported yet: export of lgamma',
      line: 4,
    });
  });

  it('names the type that ONNX Runtime has not got', async () => {
    const source = 'import torch\ndef f(x):\n    return x.half() + 1\n';
    const { message, line } = await refusal(source, 'f(torch.ones(3))');
    assert.match(message ?? '', /^not supported yet: export of .*float16/);
    assert.equal(line, 3);
  });

  it('names what draws random numbers in the call', async () => {
    const source = `${net}net.train()\n`;
    const { message, line } = await refusal(source, 'net(image)');
    assert.match(message ?? '', /^not supported yet: export of \w+, which draws random numbers$/);
    assert.equal(line, net.split('\n').findIndex((text) => text.includes('self.drop(')) + 1);
    const drawn = 'import torch\nx = torch.randn(2)\ndef f(x):\n    return x + torch.randn(2)\n';
    assert.equal((await refusal(drawn, 'f(x)')).line, 4);
  });

  it('names what the shape follows from the numbers of', async () => {
    const source = 'import torch\ndef f(x):\n    return x[x > 0]\n';
    const { message, line } = await refusal(source, 'f(torch.ones(3))');
    assert.match(message ?? '', /^not supported yet: export of index/);
    assert.equal(line, 3);
  });

  it('is no call, or gives no tensor', async () => {
    const messageOf = async (call: string): Promise<string | undefined> =>
      (await refusal(net, call)).message;
    assert.equal(await messageOf('net'), 'net is not a call.');
    assert.equal(await messageOf('1 +'), '1 + is not a call.');
    assert.equal(await messageOf('int(3)'), 'The call gives no tensor.');
  });

  it('raises what the program raises', async () => {
    const { trace, model, refusal } = await exported(net, 'net(torch.ones(1, 4, 6, 6))');
    assert.deepEqual([model, refusal], [null, null]);
    assert.match(trace.diagnostics[0]?.message ?? '', /^Given groups=1, weight of size/);
  });
});

describe('a model with something to be known of it', function () {
  this.timeout(20_000);

  it('is in training mode', async () => {
    const { notes } = await exported(
      'import torch\nbn = torch.nn.BatchNorm1d(3)\n',
      'bn(torch.randn(4, 3))',
    );
    assert.match(notes[0]?.message ?? '', /training mode/);
  });

  it('went one way of several', async () => {
    const source = `import torch
def f(x):
    if x.sum() > 0:
        x = x * 2
    return x
x = torch.ones(2)
print([x.tolist(), (x * 2).tolist()])
`;
    const made = await exported(source, 'f(x)');
    const [note] = made.notes;
    assert.match(note?.message ?? '', /looks at numbers/);
    assert.equal(source.slice(0, note?.origin?.span.start).split('\n').length, 3);
    await sameNumbers(made, ['x']);
  });
});

/** The program printed a list: the inputs, then the outputs. */
async function sameNumbers(
  { model, printed, refusal }: Exported,
  names: readonly string[],
): Promise<void> {
  assert.equal(refusal?.message, undefined);
  assert.ok(model);
  const all = JSON.parse(printed) as Nested[];
  const inputs = Object.fromEntries(names.map((name, i) => [name, all[i] as Nested]));
  const outputs = await runModel(engines.host, model, inputs);
  const expected = all.slice(names.length);
  assert.equal(outputs.length, expected.length);
  for (const [i, { numbers }] of outputs.entries()) {
    const wanted = flat(expected[i] ?? []);
    assert.equal(numbers.length, wanted.length);
    const scale = Math.max(...wanted.map(Math.abs));
    for (const [j, number] of numbers.entries()) {
      const difference = Math.abs(number - (wanted[j] as number));
      assert.ok(difference <= 1e-5 * scale, `output ${i}, ${j}: ${number}, ${wanted[j]}`);
    }
  }
}
