// What is kept of the modules that a program made: how each was constructed, its title and its
// parameters. A module is looked at when the run is over, since it is seen before it is complete.

import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { callMethod, finishNow } from '../python/evaluate/call.ts';
import { PyError } from '../python/values/exception.ts';
import type { PyObject, PyType, Value } from '../python/values/object.ts';
import { isModule, table } from '../torch/module.ts';
import { namedMembers } from '../torch/moduleTree.ts';
import { TensorObject } from '../torch/tensor.ts';
import { callText } from './sourceText.ts';
import type { SeenModule } from './facts.ts';

/** A class that the program made, not one of ours. */
export function isUserClass(type: PyType): boolean {
  return !type.shared && !type.immutable;
}

type Draft = { -readonly [Key in keyof SeenModule]: SeenModule[Key] };

/** Modules that wait for the end of the run; more are looked at on the way, to bound memory. */
const WAITING_MAX = 2000;

export class ModuleBook {
  readonly #vm: Interpreter;
  readonly #constructed = new WeakMap<PyObject, string>();
  readonly #drafts = new Map<PyObject, Draft>();

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  /** An instance was made: how it was called is kept as the source would write it. */
  instantiated(
    instance: PyObject,
    args: readonly Value[],
    keywords: ReadonlyMap<string, Value> | null,
  ): void {
    if (!isModule(instance)) return;
    const text = callText(instance.cls.name, args, keywords, (value) => this.#nameOf(value));
    this.#constructed.set(instance, text);
  }

  /** `ResidualBlock(64, 128, stride=1)` */
  constructed(module: PyObject): string {
    return this.#constructed.get(module) ?? `${module.cls.name}()`;
  }

  /** What is kept of a module; filled in later. */
  seen = (module: PyObject): SeenModule => {
    let draft = this.#drafts.get(module);
    if (!draft) {
      if (this.#drafts.size >= WAITING_MAX) this.finish();
      const { name } = module.cls;
      draft = { type: 'module', className: name, title: name, parameterCount: 0, trainable: 0 };
      this.#drafts.set(module, draft);
    }
    return draft;
  };

  /** Looks at all modules that were seen. */
  finish(): void {
    for (const [module, draft] of this.#drafts) {
      Object.assign(draft, countParameters(module));
      draft.title = this.#title(module);
    }
    this.#drafts.clear();
  }

  #nameOf(value: PyObject): string | null {
    return this.#constructed.get(value) ?? null;
  }

  /** A layer of torch as PyTorch prints it; a container by its name; a user's by its call. */
  #title(module: PyObject): string {
    const { name } = module.cls;
    if (isUserClass(module.cls)) return this.constructed(module);
    if ((table(module, '_modules')?.size ?? 0) > 0) return `${name}(…)`;
    try {
      const extra = finishNow(this.#vm, callMethod(this.#vm, module, 'extra_repr', []));
      return `${name}(${typeof extra === 'string' ? extra : ''})`;
    } catch (error) {
      if (error instanceof PyError) return name;
      throw error;
    }
  }
}

function countParameters(module: PyObject): Pick<SeenModule, 'parameterCount' | 'trainable'> {
  let parameterCount = 0;
  let trainable = 0;
  for (const [, value] of namedMembers(module, '_parameters')) {
    if (!(value instanceof TensorObject)) return { parameterCount: null, trainable: 0 };
    parameterCount += value.elements;
    if (value.requiresGrad) trainable += value.elements;
  }
  return { parameterCount, trainable };
}
