// Code that one process saves and the next one takes: programs run as they did.

import assert from 'node:assert/strict';
import { parse } from '../../src/python/parse/parse.ts';
import { runLimits, traceProgram } from '../../src/trace/program.ts';
import { SourceCache, type CodeStore } from '../../src/trace/sources.ts';
import { ambientWorld } from './world.ts';

const program = `
import json, enum, dataclasses, traceback

class Color(enum.Enum):
    RED = 'r'

@dataclasses.dataclass
class Point:
    x: int = 0

print(Color.RED, Point(2), json.dumps({'a': [1, 2.5, None]}))
try:
    json.loads('{')
except ValueError:
    traceback.print_exc()
json.loads('[1,]')
`;

describe('code in a store', () => {
  it('runs as code that is made anew, tracebacks and all', async () => {
    const { store, kept } = memory();
    const first = await run(program, store);
    assert.match(first.text, /json.decoder.JSONDecodeError: Expecting value/);
    const saved = new Map(kept);
    assert.ok(saved.size > 5);
    assert.deepEqual(await run(program, store), { ...first, made: 0 });
    assert.deepEqual(kept, saved);
  });

  it('learns the functions that another program calls', async () => {
    const { store } = memory();
    const other = "import json\nprint(json.loads('[1, 2]'))\n";
    await run('import json', store);
    const { made, ...first } = await run(other, store);
    assert.ok(made > 0);
    assert.deepEqual(await run(other, store), { ...first, made: 0 });
  });

  it('is made anew where it is damaged', async () => {
    const { store, kept } = memory();
    const first = await run(program, store);
    for (const name of kept.keys()) kept.set(name, '[broken');
    assert.deepEqual(await run(program, store), first);
    assert.ok([...kept.values()].every((text) => text !== '[broken'));
  });
});

function memory(): { store: CodeStore; kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    store: {
      load: (file, text) => kept.get(file + text) ?? null,
      save: (file, text, frozen) => void kept.set(file + text, frozen),
    },
  };
}

/** What it prints, and how many sources had to be read for it. */
async function run(text: string, store: CodeStore): Promise<{ text: string; made: number }> {
  const cache = new SourceCache(store);
  const trace = await traceProgram(
    {
      path: '/home/ann/net.py',
      parsed: parse(text),
      limits: runLimits(),
      argv: [],
      openFiles: new Map(),
      torchVersion: '1.13.0',
      observe: 'targets',
      tests: 'leave',
      signal: null,
      evaluator: null,
      readLine: () => null,
    },
    await ambientWorld({}, cache),
  );
  let made = 0;
  while (cache.saveOne()) made++;
  return { text: trace.printed.map((part) => part.text).join(''), made };
}
