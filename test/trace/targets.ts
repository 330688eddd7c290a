// What the targets of a trace came to, in short.

import type { Fact, Trace } from '../../src/trace/facts.ts';

/** The last value of each target, by name: `[2, 3]`, `module of 16`, `unknown`. */
export function targets({ files, path }: Trace): Record<string, string> {
  const facts = (files.get(path)?.facts ?? []).filter(({ kind }) => kind === 'target');
  return Object.fromEntries(facts.map((fact) => [fact.name, shown(fact)]));
}

function shown({ last }: Fact): string {
  if (last.type === 'tensor') return `[${last.shape.map((dim) => dim.value).join(', ')}]`;
  return last.type === 'module' ? `module of ${last.parameterCount ?? 'unknown'}` : last.type;
}
