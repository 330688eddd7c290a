// Hooks of modules: where a module's own and those of all modules are kept, and how a call goes
// through them. How they are added is in hookRegistration.ts.
//
// https://pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.register_forward_hook

import { getAttribute } from '../python/evaluate/attributes.ts';
import { call } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { wait, type Steps } from '../python/evaluate/pending.ts';
import type { Keywords } from '../python/signature.ts';
import { str } from '../python/evaluate/protocols.ts';
import { orderedDictType } from '../python/builtins/orderedDict.ts';
import { Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { Dict, type PyObject, type Value } from '../python/values/object.ts';

/** `forward` between the hooks. */
export function* callThroughHooks(
  vm: Interpreter,
  self: PyObject,
  given: Value[],
  keywords: Keywords | null,
): Steps {
  const calls = new HookedCall(vm, self, given, keywords);
  yield* calls.before();
  const done = new Set<Value>();
  try {
    const forward = yield* wait(getAttribute(vm, self, 'forward'));
    const result = yield* wait(call(vm, forward, calls.args, calls.keywords));
    return yield* calls.after(result, done);
  } catch (error) {
    yield* calls.always(done);
    throw error;
  }
}

class HookedCall {
  readonly vm: Interpreter;
  readonly self: PyObject;
  args: Value[];
  keywords: Keywords | null;

  constructor(vm: Interpreter, self: PyObject, args: Value[], keywords: Keywords | null) {
    this.vm = vm;
    this.self = self;
    this.args = args;
    this.keywords = keywords;
  }

  *before(): Steps {
    const { vm, self } = this;
    const named = hookTable(self, '_forward_pre_hooks_with_kwargs');
    const all = [
      ...(globalHooks(vm)?.before.entries() ?? []),
      ...hookTable(self, '_forward_pre_hooks').entries(),
    ];
    for (const [id, hook] of all) {
      const withNames = named.has(id);
      const changed = yield* wait(call(vm, hook, this.#given(withNames)));
      if (changed === null) continue;
      if (withNames) yield* this.#replace(changed);
      else this.args = changed instanceof Tuple ? [...changed.items] : [changed];
    }
    return null;
  }

  *#replace(changed: Value): Steps {
    const [args, keywords] = changed instanceof Tuple ? changed.items : [];
    if (!(args instanceof Tuple) || !(keywords instanceof Dict)) {
      const text = String(yield* wait(str(this.vm, changed)));
      raise(
        'RuntimeError',
        `forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got ${text}.`,
      );
    }
    this.args = [...args.items];
    this.keywords = keywords.values as Map<string, Value>;
    return null;
  }

  *after(given: Value, done: Set<Value>): Steps {
    const { vm } = this;
    let result = given;
    for (const [id, hook] of this.#afterwards()) {
      const changed = yield* wait(call(vm, hook, [...this.#given(this.#hasNames(id)), result]));
      done.add(id);
      if (changed !== null) result = changed;
    }
    return result;
  }

  /** Where the call raised: hooks that are called always, and were not yet. */
  *always(done: ReadonlySet<Value>): Steps {
    const always = hookTable(this.self, '_forward_hooks_always_called');
    for (const [id, hook] of this.#afterwards()) {
      if (!always.has(id) || done.has(id)) continue;
      yield* wait(call(this.vm, hook, [...this.#given(this.#hasNames(id)), null]));
    }
    return null;
  }

  #afterwards(): [Value, Value][] {
    const everywhere = globalHooks(this.vm)?.after.entries() ?? [];
    return [...everywhere, ...hookTable(this.self, '_forward_hooks').entries()];
  }

  #hasNames(id: Value): boolean {
    return hookTable(this.self, '_forward_hooks_with_kwargs').has(id);
  }

  /** What a hook gets: the module, its arguments, and those with names if it asked for them. */
  #given(withNames: boolean): Value[] {
    const given: Value[] = [this.self, new Tuple(this.args)];
    if (!withNames) return given;
    const names = new Dict();
    for (const [name, value] of this.keywords ?? []) names.setName(name, value);
    return [...given, names];
  }
}

/** Whether a call has any hook to go through. */
export function hasHooks(vm: Interpreter, module: PyObject): boolean {
  // Before Module.__init__() this is the first of the hooks that PyTorch misses.
  return (
    hookTable(module, '_backward_hooks').size > 0 ||
    hookTable(module, '_forward_hooks').size > 0 ||
    hookTable(module, '_forward_pre_hooks').size > 0 ||
    globalHooks(vm) !== undefined
  );
}

/** Names of a module's tables of hooks, in the order that `Module.__init__` makes them. */
export const HOOK_TABLES = [
  '_backward_pre_hooks',
  '_backward_hooks',
  '_forward_hooks',
  '_forward_hooks_with_kwargs',
  '_forward_hooks_always_called',
  '_forward_pre_hooks',
  '_forward_pre_hooks_with_kwargs',
  '_state_dict_hooks',
  '_state_dict_pre_hooks',
  '_load_state_dict_pre_hooks',
  '_load_state_dict_post_hooks',
] as const;
export type HookTable = (typeof HOOK_TABLES)[number];

/** A module's hooks of one kind, in the order they are called. */
export function hooks(module: PyObject, name: HookTable): Value[] {
  return [...hookTable(module, name).values.values()];
}

/** Modules that an older PyTorch saved have no tables of what later ones can mark. */
export function hookTable(module: PyObject, name: HookTable): Dict {
  const found = module.attrs?.values.get(name);
  if (found instanceof Dict) return found;
  if (module.attrs?.values.has('_forward_hooks')) return new Dict();
  return raise('AttributeError', `'${module.cls.name}' object has no attribute '${name}'`);
}

/** Hooks that all modules of a run have. */
interface GlobalHooks {
  readonly before: Dict;
  readonly after: Dict;
}

const KEY = 'torch global hooks';

export function globalHooks(vm: Interpreter): GlobalHooks | undefined {
  return vm.extensions.get(KEY) as GlobalHooks | undefined;
}

export function madeGlobalHooks(vm: Interpreter): GlobalHooks {
  const known = globalHooks(vm);
  if (known) return known;
  const made = { before: new Dict(orderedDictType), after: new Dict(orderedDictType) };
  vm.extensions.set(KEY, made);
  return made;
}
