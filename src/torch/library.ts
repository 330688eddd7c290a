// The modules of torch that are written in Python (lib/): layers and functions that are put together
// from others. What they define at top level is found in the namespaces that PyTorch offers it in.

import { sources } from 'torchpad:torch-library';
import { getAttribute } from '../python/evaluate/attributes.ts';
import { finishNow } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { steps } from '../python/evaluate/pending.ts';
import { importModule, sourceModule, type SourceModule } from '../python/imports.ts';
import type { Value } from '../python/values/object.ts';

const modules = new Map<string, SourceModule>(
  Object.entries(sources).map(([file, source]) => {
    const module = sourceModule(`torch/${file}`, source);
    return [module.name, module];
  }),
);

export function libraryModule(name: string): SourceModule | undefined {
  return modules.get(name);
}

/** Namespaces that offer what is defined in modules below or beside them. */
const OFFERS: Readonly<Record<string, string>> = {
  torch: 'torch._functions',
  'torch.nn': 'torch.nn.modules.',
  'torch.nn.modules': 'torch.nn.modules.',
  'torch.nn.functional': 'torch.nn._functions',
};

/** A name of a namespace that is defined in Python, or a submodule that is; undefined for others. */
export function fromLibrary(vm: Interpreter, namespace: string, name: string): Value | undefined {
  const below = `${namespace}.${name}`;
  if (modules.has(below)) return finishNow(vm, steps(importModule(vm, below)));
  const offered = OFFERS[namespace];
  if (offered === undefined) return undefined;
  const home = homes()
    .get(name)
    ?.find((module) => module.startsWith(offered));
  if (home === undefined) return undefined;
  const module = finishNow(vm, steps(importModule(vm, home)));
  return finishNow(vm, getAttribute(vm, module, name));
}

let found: ReadonlyMap<string, readonly string[]> | null = null;

/** Public functions and classes with the modules that define them. */
function homes(): ReadonlyMap<string, readonly string[]> {
  if (found) return found;
  const names = new Map<string, string[]>();
  for (const { name: module, source } of modules.values()) {
    for (const [, name = ''] of source.matchAll(/^(?:def|class) ([A-Za-z]\w*)/gm)) {
      const known = names.get(name);
      if (known) known.push(module);
      else names.set(name, [module]);
    }
  }
  return (found = names);
}
