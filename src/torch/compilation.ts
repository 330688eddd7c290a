// `torch.jit`, `torch.fx` and `torch.utils.checkpoint` as a program that is not compiled sees them:
// functions stay what they are. Whole modules: lib/jit/_script.py.
//
// https://pytorch.org/docs/stable/jit_language_reference.html

import { call } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { native } from '../python/native.ts';
import type { Keywords } from '../python/signature.ts';
import type { Dict, Value } from '../python/values/object.ts';
import { wait } from '../python/evaluate/pending.ts';
import { isInstance, truth } from '../python/evaluate/protocols.ts';
import { raise } from '../python/values/exception.ts';

const unchanged = (name: string): Value => native(`${name}(fn, /)`, (_vm, fn: Value) => fn);

export const jitFunctions: Record<string, Value> = {
  is_scripting: native('is_scripting()', () => false),
  is_tracing: native('is_tracing()', () => false),
  export: unchanged('export'),
  interface: unchanged('interface'),
  script_method: unchanged('script_method'),
  _overload_method: unchanged('_overload_method'),
  _overload: unchanged('_overload'),
  script_if_tracing: unchanged('script_if_tracing'),
  _script_if_tracing: unchanged('_script_if_tracing'),
  ignore: native('ignore(drop=False, **kwargs)', (_vm, fn: Value) =>
    typeof fn === 'boolean' ? unchanged('decorator') : fn,
  ),
  unused: unchanged('unused'),
  annotate: native('annotate(the_type, the_value)', (_vm, _type: Value, value: Value) => value),
  isinstance: native('isinstance(obj, target_type)', (vm: Interpreter, obj: Value, type: Value) =>
    isInstance(vm, obj, type),
  ),
};

export const fxFunctions: Record<string, Value> = {
  wrap: native('wrap(fn_or_name)', (_vm, given: Value) => given),
};

/** `checkpoint(function, *args)` computes what `function(*args)` does, and keeps less meanwhile. */
export const checkpointFunctions: Record<string, Value> = {
  checkpoint: native(
    'checkpoint(function, *args, **kwargs)',
    (vm: Interpreter, func: Value, args: Value[], keywords: Dict) => {
      const own = new Map(keywords.values as Map<string, Value>);
      for (const name of CHECKPOINT_OPTIONS) own.delete(name);
      return call(vm, func, args, own.size > 0 ? (own satisfies Keywords) : null);
    },
  ),
};

/** `torch._assert`, which tracers see where they do not see an assert statement. */
export const assertFunction = native(
  '_assert(condition, message)',
  function* (vm: Interpreter, condition: Value, message: Value) {
    if ((yield* wait(truth(vm, condition))) === false) raise('AssertionError', message);
    return null;
  },
);

const CHECKPOINT_OPTIONS = [
  'use_reentrant',
  'preserve_rng_state',
  'context_fn',
  'determinism_check',
  'debug',
];
