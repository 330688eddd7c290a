// The modules of torch that are written in Python (lib/): layers and functions that are put together
// from others. What they define at top level is found in the namespaces that PyTorch offers it in.

import { sources } from 'torchpad:torch-library';
import { getAttribute } from '../python/evaluate/attributes.ts';
import { finishNow } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { steps } from '../python/evaluate/pending.ts';
import {
  importModule,
  sourceModule,
  type BuiltinModule,
  type SourceModule,
} from '../python/imports.ts';
import type { Value } from '../python/values/object.ts';
import { layers } from './nn/define.ts';
import { hubFunctions } from './surroundings.ts';

const modules = new Map<string, SourceModule>(
  Object.entries(sources).map(([file, source]) => {
    // safetensors is a package of its own over the same storages.
    const path = file.startsWith('safetensors/') ? file : `torch/${file}`;
    const module = sourceModule(path, source);
    return [module.name, module];
  }),
);

/** A module that is written in Python, or that has layers of ours; where it is both, they are one. */
export function libraryModule(name: string): SourceModule | BuiltinModule | undefined {
  const module = modules.get(name);
  if (module && name === 'torch.hub') return { ...module, names: hubFunctions };
  if (!name.startsWith('torch.nn.modules.')) return module;
  const own = layers.filter((type) => type.module === name).map((type) => [type.name, type]);
  const names = Object.fromEntries(own) as Record<string, Value>;
  if (module) return { ...module, names };
  return own.length > 0 ? { name, build: () => names } : undefined;
}

/** Namespaces that offer what is defined in modules below or beside them. */
const OFFERS: Readonly<Record<string, string | readonly string[]>> = {
  torch: [
    'torch._functions',
    'torch._lowrank',
    'torch._older',
    'torch._settings',
    'torch._windows',
    'torch.amp.autocast_mode',
    'torch.serialization',
    'torch.storage',
  ],
  'torch.jit': 'torch.jit._script',
  'torch.linalg': 'torch._linalg',
  'torch.special': 'torch._special',
  'torch.nn': ['torch.nn.modules.', 'torch.nn._uninitialized'],
  'torch.nn.parameter': 'torch.nn._uninitialized',
  'torch.nn.modules': 'torch.nn.modules.',
  'torch.nn.functional': 'torch.nn._functions',
  'torch.nn.init': 'torch.nn._init',
  'torch.utils.data': 'torch.utils.data.',
};

/** A name of a namespace that is defined in Python, or a submodule that is; undefined for others. */
export function fromLibrary(vm: Interpreter, namespace: string, name: string): Value | undefined {
  const below = `${namespace}.${name}`;
  if (libraryModule(below)) return finishNow(vm, steps(importModule(vm, below)));
  const offered = OFFERS[namespace];
  if (offered === undefined) return undefined;
  const home = homes()
    .get(name)
    ?.find((module) => [offered].flat().some((start) => module.startsWith(start)));
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
