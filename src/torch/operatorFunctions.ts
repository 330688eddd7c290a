// The operators as functions and methods of Python: their declarations say where PyTorch offers
// each. Overloads are operators of one name with a suffix, as in `max.dim`.

import { native } from '../python/native.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Result } from '../python/evaluate/pending.ts';
import { steps, type Steps } from '../python/evaluate/pending.ts';
import { methodDescriptorType, type NativeFunction } from '../python/values/callable.ts';
import { Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import type { Dict, Value } from '../python/values/object.ts';
import { Unknown } from '../python/values/unknown.ts';
import type { Op, Parameter, Variant } from '../graph/op.ts';
import { overloads } from '../ops/define.ts';
import { SEEN_MAX } from '../ops/luFactors.ts';
import { category, type DType } from '../tensor/dtype.ts';
import { applyOp, isTensor, type TensorArgs } from './apply.ts';
import { since } from './state.ts';
import type { BoundCall } from './bind.ts';
import { callBound } from './callBound.ts';
import { numbers } from './force.ts';
import { storeResult } from './inplace.ts';
import { converting } from './converting.ts';
import { namedTuple } from './namedTuples.ts';
import { tensorType, type TensorObject } from './tensor.ts';

// All operators are declared when this file is first asked, and a process runs many programs.
const made = new Map<Variant, Readonly<Record<string, NativeFunction>>>();

/** The functions of a namespace, by name; the same for all runs. */
export function functionsOf(variant: Variant): Readonly<Record<string, NativeFunction>> {
  let functions = made.get(variant);
  if (!functions) made.set(variant, (functions = makeFunctions(variant)));
  return functions;
}

function makeFunctions(variant: Variant): Readonly<Record<string, NativeFunction>> {
  const functions: Record<string, NativeFunction> = {};
  for (const [name, all] of overloads()) {
    const ops = all.filter((op) => op.variants.includes(variant));
    if (ops.length === 0) continue;
    const title = PREFIXED.has(variant) ? `${variant}_${name}` : name;
    functions[name] = operatorFunction(name, ops, { isMethod: false, variant, title });
    const inplace = ops.filter((op) => op.variants.includes('inplace'));
    if (variant === 'function' && inplace.length > 0) {
      functions[`${name}_`] = operatorFunction(`${name}_`, inplace, {
        isMethod: false,
        inplace: true,
      });
    }
  }
  return functions;
}

/** Gives `torch.Tensor` the methods that operators declare. */
export function installMethods(): void {
  for (const [name, all] of overloads()) {
    const plain = all.filter((op) => op.variants.includes('method'));
    if (plain.length > 0) addMethod(operatorFunction(name, plain, { isMethod: true }));
    const inplace = all.filter((op) => op.variants.includes('inplace'));
    if (inplace.length > 0) {
      addMethod(operatorFunction(`${name}_`, inplace, { isMethod: true, inplace: true }));
    }
  }
}

function addMethod(method: NativeFunction): void {
  if (tensorType.dict.values.has(method.name)) return;
  method.cls = methodDescriptorType;
  method.owner = tensorType;
  tensorType.dict.setName(method.name, method);
}

interface Form {
  readonly isMethod: boolean;
  readonly inplace?: boolean;
  readonly variant?: Variant;
  /** What messages call it, where that is not its name. */
  readonly title?: string;
}

/** Namespaces whose functions go by names of `torch._C`: `fft_rfft`. */
const PREFIXED: ReadonlySet<Variant> = new Set<Variant>(['special', 'linalg', 'fft']);

/** Those of `torch.nn.functional` that are functions of `torch._C`. */
const FUNCTIONALS_WITH_OUT = new Set(
  'avg_pool2d avg_pool3d gelu hardshrink linear logsigmoid softplus softshrink'.split(' '),
);

/** `F.relu(x, inplace=True)`: functionals of operators that PyTorch also has in place. */
const INPLACE: Parameter = {
  name: 'inplace',
  type: 'bool',
  length: 0,
  optional: false,
  keywordOnly: false,
  hasDefault: true,
  default: false,
};

export function operatorFunction(name: string, given: readonly Op[], form: Form): NativeFunction {
  const ops =
    form.variant === 'functional'
      ? given.map((op) => (op.variants.includes('inplace') ? withInplace(op) : op))
      : given;
  return native(`${name}(*args, **kwargs)`, (vm: Interpreter, args: Value[], named: Dict) => {
    const keywords = named.values as Map<string, Value>;
    const call = {
      title: form.title ?? name,
      args,
      keywords,
      isMethod: form.isMethod,
      old: !since(vm, 2, 0),
      takesOut: form.variant !== 'functional' || FUNCTIONALS_WITH_OUT.has(name),
    };
    return callBound(vm, ops, call, (bound) => run(vm, bound, form.inplace === true));
  });
}

/** Calls an operator by its public name with Python's arguments, as a layer's forward does. */
export function callOperator(
  vm: Interpreter,
  name: string,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value> = NO_KEYWORDS,
): Result {
  const ops = overloads().get(name);
  if (!ops) return vm.unsupported(`torch.${name}`);
  const call = { title: name, args, keywords, isMethod: false };
  return callBound(vm, ops, call, (bound) => run(vm, bound, false));
}

const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map();

function withInplace(op: Op): Op {
  const parameters = [...op.signature.parameters.filter((p) => !p.keywordOnly), INPLACE];
  return { ...op, signature: { ...op.signature, parameters } };
}

/** Applies an operator to bound arguments; those whose numbers decide the shape are computed first. */
export function run(vm: Interpreter, bound: BoundCall, inplace: boolean): Result {
  const { op, args } = bound;
  const needed = needs(op, args);
  if (needed.length > 0) return steps(runWithNumbers(vm, bound, needed, inplace));
  const refusable = op.refuses?.length ? uncomputed(op.refuses, args) : NO_TENSORS;
  if (refusable.length > 0) return steps(runChecked(vm, bound, refusable, inplace));
  return finish(vm, bound, inplace);
}

const NO_TENSORS: readonly TensorObject[] = [];

function uncomputed(names: readonly string[], args: TensorArgs): TensorObject[] {
  return names
    .map((name) => args[name])
    .filter(isTensor)
    .filter((tensor) => tensor.value().data === null && tensor.elements <= SEEN_MAX);
}

/** What is refused for its numbers is refused at the call, if the numbers can be had. */
function* runChecked(
  vm: Interpreter,
  bound: BoundCall,
  refusable: readonly TensorObject[],
  inplace: boolean,
): Steps {
  for (const tensor of refusable) yield* numbers(vm, tensor.value());
  return finish(vm, bound, inplace) as Value;
}

function needs(op: Op, args: TensorArgs): TensorObject[] {
  return op.needs.flatMap((name) => {
    const arg = args[name];
    if (isTensor(arg)) return [arg];
    return Array.isArray(arg) ? arg.filter(isTensor) : [];
  });
}

function* runWithNumbers(
  vm: Interpreter,
  bound: BoundCall,
  needed: readonly TensorObject[],
  inplace: boolean,
): Steps {
  for (const tensor of needed) {
    const known = yield* numbers(vm, tensor.value());
    if (!known) return new Unknown('its shape depends on numbers that were not computed');
  }
  return finish(vm, bound, inplace) as Value;
}

const isComplexType = (dtype: DType): boolean => category(dtype) === 'complex';

function finish(vm: Interpreter, { op, args }: BoundCall, inplace: boolean): Result {
  const { inplace: asked, ...rest } = args;
  const own = op.signature.parameters.includes(INPLACE) ? rest : args;
  const results = applyOp(vm, op, own);
  if (!Array.isArray(results)) return results;
  if (inplace || (own === rest && asked === true)) {
    const target = own['input'] as TensorObject;
    const [value] = results as [TensorObject];
    if (isComplexType(target.dtype) && !isComplexType(value.dtype)) {
      raise('RuntimeError', `In-place ${op.name} is not supported for complex tensors.`);
    }
    return converting(vm, op.name, () => storeResult(vm, target, value.value(), value.gradFn));
  }
  if (op.signature.outputs === 1) return results[0] as TensorObject;
  return namedTuple(op, results) ?? new Tuple(results);
}
