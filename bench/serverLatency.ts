// From an edit to the shapes that follow from it, on the example: the built server as a process,
// with the way there and back over a pipe, without an editor.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serverFlags } from '../src/server/protocol.ts';
import { clientOver } from '../test/server/inProcess.ts';
import type { Measurement } from './run.ts';

const edits = 300;
const warmUp = 50;

export async function serverLatency(): Promise<readonly Measurement[]> {
  const file = fileURLToPath(new URL('../examples/residual_block.py', import.meta.url));
  const source = fs.readFileSync(file, 'utf8');
  const uri = pathToFileURL(file).href;
  const server = fileURLToPath(new URL('../dist/server.js', import.meta.url));
  const child = spawn(process.execPath, [...serverFlags, server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const client = clientOver(child.stdout, child.stdin);
  await client.initialize({ paintsLineShapes: true, ownsCommands: true });
  await client.open(uri, source);
  await client.latest('torchpad/shapes', uri);

  const before = source.slice(0, source.indexOf('torch.randn(1, 64, 32, 32') + 25);
  const line = before.split('\n').length - 1;
  const column = before.length - before.lastIndexOf('\n') - 1;
  const milliseconds: number[] = [];
  for (let i = 0; i < edits; i++) {
    const started = performance.now();
    // A last digit comes and goes: every shape below changes with each edit.
    if (i % 2 === 0) await client.edit(uri, line, column, column, '8');
    else await client.edit(uri, line, column, column + 1, '');
    await client.latest('torchpad/shapes', uri);
    if (i >= warmUp) milliseconds.push(performance.now() - started);
    client.told.length = 0;
  }
  client.close();
  child.kill();
  milliseconds.sort((a, b) => a - b);
  const at = (share: number): number =>
    milliseconds[Math.floor((milliseconds.length - 1) * share)] ?? Number.NaN;
  const note = `${milliseconds.length} edits`;
  return [
    {
      what: 'edit to new shapes in the server, median',
      value: at(0.5),
      unit: 'ms',
      most: 10,
      note,
    },
    { what: 'edit to new shapes in the server, 95th percentile', value: at(0.95), unit: 'ms' },
  ];
}
