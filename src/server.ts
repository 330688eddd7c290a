// The language server as a program: over Node's channel between processes in VS Code, over standard
// input and output in other editors. `torchpad lsp --stdio` starts it as well.

import path from 'node:path';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { codeStore } from './codeStore.ts';
import { selectEngine, type EngineChoice, type SelectedEngine } from './engine/select.ts';
import { connectIn } from './engineProcess.ts';
import { programServices, type Engine } from './server/programServices.ts';
import { startServer } from './server/server.ts';
import type { Services } from './server/services.ts';
import { SourceCache } from './trace/sources.ts';
import { bundledEngine, here, makeWorld, writeModel } from './world.ts';

/** Serves until the client leaves; gives the exit code. */
export async function serve(connection: Connection = ownConnection()): Promise<number> {
  const services = await nodeServices();
  return new Promise((resolve) => {
    connection.onExit(() => resolve(0));
    startServer(connection, services);
  });
}

/** Programs traced and run in this process, with the files of this machine. */
export async function nodeServices(): Promise<Services> {
  const cache = new SourceCache(codeStore(process.env));
  saveBetweenTimes(cache);
  return programServices({
    clock: { now: () => performance.now(), soon: (work) => void setImmediate(work) },
    world: (roots, { python, extraPaths }) =>
      makeWorld({
        cache,
        roots,
        workingDirectory: roots[0] ?? process.cwd(),
        environment: process.env,
        python,
        extraPaths,
      }),
    engine: (choice) => engineOf(choice),
    write: writeModel,
  });
}

const SAVE_PAUSE_MS = 100;
const NOTHING_TO_SAVE_MS = 5000;

/** Saves the code of one source at a time, a few milliseconds each. */
function saveBetweenTimes(cache: SourceCache): void {
  const more = cache.saveOne();
  setTimeout(() => saveBetweenTimes(cache), more ? SAVE_PAUSE_MS : NOTHING_TO_SAVE_MS).unref();
}

/** Engines by the setting that asks for them, each started at its first run. */
const engines = new Map<EngineChoice, SelectedEngine>();

function engineOf(choice: EngineChoice): Engine {
  let selected = engines.get(choice);
  if (!selected) {
    const connect = connectIn(here);
    const now = (): number => performance.now();
    selected = selectEngine({ choice, connect, bundled: bundledEngine, now });
    engines.set(choice, selected);
  }
  const { engine, note } = selected;
  return { evaluator: engine, note };
}

function ownConnection(): Connection {
  return process.argv.includes('--node-ipc')
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
}

// Other entries import this file, and may be bundled with it.
if (/^server\.[jt]s$/.test(path.basename(process.argv[1] ?? ''))) void serve();
