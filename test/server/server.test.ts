// The server's own part: versions, order, settings, commands. Its trace is made by hand: each
// `name = zeros(…)` is a tensor, each `Net(…)` a case.

import assert from 'node:assert/strict';
import type { CodeLens, Hover, InlayHint, MarkupContent } from 'vscode-languageserver-protocol';
import type { Services, TraceRequest } from '../../src/server/services.ts';
import type { Trace } from '../../src/trace/facts.ts';
import { caseAt, fact, tensor } from '../ide/handmade.ts';
import { clock, connect, type Client } from './inProcess.ts';

const uri = 'file:///home/ann/net.py';
const vscode = { paintsLineShapes: true, ownsCommands: true };

describe('the language server', () => {
  let client: Client;
  let traced: TraceRequest[];
  let services: Services;

  beforeEach(async () => {
    traced = [];
    services = {
      trace: (request) => {
        traced.push(request);
        return Promise.resolve(traceOf(request));
      },
      run: (request) => {
        request.onProgress({ done: 1, of: 2, doing: 'Net(0)' });
        return Promise.resolve({ trace: traceOf(request), report });
      },
      export: () => Promise.reject(new Error('nothing is exported here')),
      readText: () => null,
      clock: clock(),
    };
    client = connect(services);
  });
  afterEach(() => client.close());

  it('tells the shapes of each version as soon as it is traced', async () => {
    await client.initialize(vscode);
    await client.open(uri, 'x = zeros(2, 3)\ny = zeros(4)\n');
    const { shapes } = await client.latest('torchpad/shapes', uri);
    assert.deepEqual(
      shapes.map(({ line, text }) => [line, text]),
      [
        [0, '[2, 3]'],
        [1, '[4]'],
      ],
    );
    await client.edit(uri, 0, 13, 14, '8');
    const after = await client.latest('torchpad/shapes', uri);
    assert.deepEqual(after.shapes[0]?.text, '[2, 8]');
    assert.equal(traced.length, 2);
  });

  it('drops a trace whose text was edited meanwhile', async () => {
    const aborted: boolean[] = [];
    let release = (): void => undefined;
    services = {
      ...services,
      trace: async (request) => {
        if (traced.push(request) === 1) {
          await new Promise<void>((resolve) => {
            release = resolve;
            request.signal.addEventListener('abort', () => resolve());
          });
          aborted.push(request.signal.aborted);
        }
        return traceOf(request);
      },
    };
    client.close();
    client = connect(services);
    await client.initialize(vscode);
    await client.open(uri, 'x = zeros(1)\n');
    await client.until(() => (traced.length === 1 ? true : undefined));
    await client.edit(uri, 0, 10, 11, '2');
    const { shapes } = await client.latest('torchpad/shapes', uri);
    release();
    assert.deepEqual(shapes[0]?.text, '[2]');
    assert.deepEqual(aborted, [true]);
    const versions = client.told
      .filter(({ name }) => name === 'torchpad/shapes')
      .map(({ params }) => (params as { version: number }).version);
    assert.ok(!versions.includes(1), 'shapes of a dropped trace');
  });

  it('keeps shapes, dimmer, while a line is broken, and says why', async () => {
    await client.initialize(vscode);
    await client.open(uri, 'x = zeros(2, 3)\ny = zeros(4)\n');
    await client.latest('torchpad/shapes', uri);
    await client.edit(uri, 0, 14, 15, '');
    const { shapes } = await client.latest('torchpad/shapes', uri);
    assert.deepEqual(
      shapes.map(({ text, stale }) => [text, stale]),
      [
        ['[2, 3]', true],
        ['[4]', false],
      ],
    );
    const found = await client.until(() => {
      const known = client.diagnostics.get(uri);
      return known?.diagnostics.length === 1 ? known : undefined;
    });
    assert.equal(found.version, 2);
    assert.match(String(found.diagnostics[0]?.message), /^SyntaxError: /);
  });

  it('answers hovers and lenses from the present version', async () => {
    await client.initialize(vscode);
    await client.open(uri, program);
    const textDocument = { uri };
    const position = { line: 3, character: 0 };
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument,
      position,
    });
    assert.match(hoverText(hover), /`\[2, 3\]`/);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument,
    });
    const run = lenses.find(({ command }) => command?.title === 'Run cases');
    assert.deepEqual(run?.command?.arguments, [uri, [0, 1]]);
  });

  it('steps through the cases', async () => {
    await client.initialize(vscode);
    await client.open(uri, program);
    const chosen: (number | null)[] = [];
    for (const by of [1, 1, -1] as const) {
      const choice = { kind: 'step', by, line: null } as const;
      chosen.push(await client.request('torchpad/selectCase', { uri, choice }));
    }
    assert.deepEqual(chosen, [1, 0, 1]);
    const { table } = await client.latest('torchpad/cases', uri);
    assert.deepEqual(
      table.rows.map(({ selected, path }) => [selected, path]),
      [
        [false, uri],
        [true, uri],
      ],
    );
  });

  it('runs the cases, with progress, and tells their results', async () => {
    await client.initialize(vscode);
    await client.open(uri, program);
    const result = await client.request('torchpad/run', { uri, cases: [] });
    assert.equal(result?.report.engine, 'bundled');
    assert.deepEqual(
      result?.table.rows.map((row) => row.result?.verdict),
      ['passed', 'failed'],
    );
    const names = client.told.map(({ name }) => name);
    assert.ok(names.includes('torchpad/progress'));
    const last = client.told.findLast(({ name }) => name === 'torchpad/progress');
    assert.deepEqual(last?.params, { uri, progress: null });
    await client.edit(uri, 0, 0, 0, '# edited\n');
    const { table } = await client.latest('torchpad/cases', uri);
    assert.deepEqual(
      table.rows.map((row) => row.result?.outdated),
      [true, true],
    );
  });

  it('has inlay hints for editors that do not paint line ends', async () => {
    await client.initialize();
    await client.open(uri, 'x = zeros(2, 3)\n');
    const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
    });
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position.character]),
      [['[2, 3]', 1]],
    );
    assert.ok(!client.told.some(({ name }) => name === 'torchpad/shapes'));
  });

  it('shows nothing where the setting says so, and at the variable where it says that', async () => {
    client.settings = { hints: { enabled: false } };
    await client.initialize(vscode);
    await client.open(uri, 'x = zeros(2, 3)\n');
    await client.until(() => {
      const last = client.told.findLast(({ name }) => name === 'torchpad/shapes');
      return (last?.params as { shapes: unknown[] } | undefined)?.shapes.length === 0 || undefined;
    });
    client.settings = { hints: { enabled: true, position: 'variable' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    const shown = await client.until(async () => {
      const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      });
      return hints.length > 0 ? hints : undefined;
    });
    assert.deepEqual(
      shown.map(({ label }) => label),
      ['[2, 3]'],
    );
  });

  it('does not trace a version that silenced an earlier server', async () => {
    await client.initialize({ ...vscode, silentOver: [{ uri, version: 1 }] });
    await client.open(uri, 'x = zeros(2, 3)\n');
    const { table } = await client.latest('torchpad/cases', uri);
    assert.deepEqual(table.rows, []);
    assert.equal(traced.length, 0);
    await client.edit(uri, 0, 10, 11, '5');
    const { shapes } = await client.latest('torchpad/shapes', uri);
    assert.equal(shapes[0]?.text, '[5, 3]');
  });

  it('traces the block of a page at its own lines', async () => {
    const page = 'file:///home/ann/page.md';
    await client.initialize(vscode);
    await client.open(page, '# A page\n\n```python\nx = zeros(2)\n```\ny = zeros(3)\n', 'markdown');
    const { shapes } = await client.latest('torchpad/shapes', page);
    assert.deepEqual(
      shapes.map(({ line, text }) => [line, text]),
      [[3, '[2]']],
    );
  });

  it('goes on after a trace that failed', async () => {
    let fails = true;
    services = {
      ...services,
      trace: (request) => {
        if (fails) return Promise.reject(new Error('a mistake of ours'));
        return Promise.resolve(traceOf(request));
      },
    };
    client.close();
    client = connect(services);
    await client.initialize(vscode);
    await client.open(uri, 'x = zeros(2)\n');
    assert.deepEqual((await client.latest('torchpad/cases', uri)).table.rows, []);
    fails = false;
    await client.edit(uri, 0, 10, 11, '7');
    assert.equal((await client.latest('torchpad/shapes', uri)).shapes[0]?.text, '[7]');
  });
});

function hoverText(hover: Hover | null): string {
  return (hover?.contents as MarkupContent | undefined)?.value ?? '';
}

const program = `class Net(nn.Module):
    def forward(self, x):
        return x
x = zeros(2, 3)
def test_net():
    Net(0)(x)
    Net(1)(x)
`;

const result = {
  message: null,
  engine: 'bundled',
  operators: 1,
  milliseconds: 1,
  outputs: [],
  expected: null,
  printed: '',
} as const;

const report = {
  cases: [
    { ...result, index: 0, verdict: 'passed' },
    { ...result, index: 1, verdict: 'failed', message: 'not finite' },
  ],
  engine: 'bundled',
  engineNote: null,
  milliseconds: 2,
  stated: null,
  stopped: false,
} as const;

function traceOf({ path, parsed }: Pick<TraceRequest, 'path' | 'parsed'>): Trace {
  const { text, broken } = parsed;
  const isRead = (offset: number): boolean =>
    !broken.some(({ start, end }) => start <= offset && offset < end);
  const facts = [...text.matchAll(/(\w+) = zeros\(([\d, ]+)\)/g)]
    .filter(({ index }) => isRead(index))
    .map(({ index, 1: name = '', 2: sizes = '' }) => {
      const span = { start: index, end: index + name.length };
      return fact(span, tensor(...sizes.split(',').map(Number)), { name });
    });
  const cases = [...text.matchAll(/Net\((\d)\)\(x\)/g)].map(({ index, 0: call }, i) =>
    caseAt(i, { start: index, end: index + call.length }, { path }),
  );
  return {
    path,
    files: new Map([[path, { path, facts }]]),
    sources: [path],
    cases,
    printed: [],
    diagnostics: [],
    loops: [],
    skippedTests: [],
    end: 'finished',
    exitCode: 0,
    milliseconds: 1,
  };
}
