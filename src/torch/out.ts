// `out=`: the result is written into tensors that the caller gives, and those are the result. A
// tensor without elements, or of another shape, takes the result's shape.

import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { steps, wait, type Result, type Steps } from '../python/evaluate/pending.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { cName, isFloat, scalarTypeName } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import { sameShape } from '../tensor/shape.ts';
import { isTensor } from './apply.ts';
import { refuseCall, type Call } from './bind.ts';
import { functionOverloads } from './overloads.ts';
import { converting } from './converting.ts';
import { dtypeObject, dtypeOf } from './dtypes.ts';
import { canCast, writeInto } from './inplace.ts';
import { outChecks } from './outNames.ts';
import { makeTensor, type TensorObject } from './tensor.ts';
import { torchState } from './state.ts';
import { full } from '../ops/creation.ts';

/** What makes its result of its dtype alone: that of `out`. */
const CREATING = new Set(
  'arange bernoulli empty eye full linspace logspace normal ones rand randint randn randperm range zeros'.split(
    ' ',
  ),
);

/** What is summed in the dtype of `out`. */
const SUMMING = new Set(['sum', 'mean']);

/** The tensors of `out=`; null where the call has none, or its function takes none. */
export function outputsOf(call: Call): readonly TensorObject[] | null {
  if (call.isMethod || call.takesOut === false) return null;
  const given = call.keywords.get('out') ?? null;
  if (given === null || !outChecks.has(call.title)) return null;
  if (isTensor(given)) return [given];
  const items = given instanceof Tuple || given instanceof List ? given.items : [];
  return items.length > 1 && items.every((item) => isTensor(item)) ? items.filter(isTensor) : null;
}

/** `torch.sum(x)` takes no `out=`, though `torch.sum(x, 0)` does. */
function isForMoreArguments({ title, args, keywords }: Call): boolean {
  if (args.length !== 1 || keywords.size !== 1) return false;
  const alone = functionOverloads[title]?.find((text) => /^\(Tensor input(, \*.*)?\)$/.test(text));
  return alone !== undefined && !alone.includes(' out');
}

/** The call without `out=`, whose result `go` makes; then it is written into the outputs. */
export function intoOutputs(
  vm: Interpreter,
  call: Call,
  outputs: readonly TensorObject[],
  go: (call: Call) => Result,
): Result {
  if (isForMoreArguments(call)) refuseCall(call);
  refuseGradients(vm, call, outputs);
  const keywords = new Map(call.keywords);
  keywords.delete('out');
  const [first] = outputs;
  if (SUMMING.has(call.title) && first && isFloat(first.dtype) && !keywords.has('dtype')) {
    keywords.set('dtype', dtypeObject(first.dtype));
  }
  if (CREATING.has(call.title) && first) {
    const asked = keywords.get('dtype') ?? null;
    const dtype = asked === null ? first.dtype : dtypeOf(asked);
    check(
      dtype === first.dtype,
      () =>
        `dtype ${dtype ? scalarTypeName[dtype] : ''} does not match dtype of out parameter (${scalarTypeName[first.dtype]})`,
    );
    if (call.title !== 'normal' && call.title !== 'bernoulli') {
      keywords.set('dtype', dtypeObject(first.dtype));
    }
  }
  return steps(writing(vm, call, outputs, () => go({ ...call, keywords })));
}

function* writing(
  vm: Interpreter,
  call: Call,
  outputs: readonly TensorObject[],
  go: () => Result,
): Steps {
  const made = yield* wait(go());
  const results = isTensor(made) ? [made] : made instanceof Tuple ? made.items : [];
  if (isUnknown(made) || !results.every(isTensor)) {
    for (const output of outputs) output.blur();
    return made;
  }
  if (results.length !== outputs.length) refuseCall(call);
  const stored = converting(vm, call.title, () => {
    for (const [i, output] of outputs.entries()) {
      store(vm, call, output, results[i] as TensorObject);
    }
    return null;
  });
  if (isUnknown(stored as Value)) {
    for (const output of outputs) output.blur();
    return stored as Value;
  }
  if (made instanceof Tuple) return new Tuple([...outputs], made.cls);
  return outputs[0] as TensorObject;
}

function store(vm: Interpreter, call: Call, output: TensorObject, result: TensorObject): void {
  checkType(call.title, output, result);
  const fits = sameShape(output.sizes, result.sizes);
  for (const input of inputsOf(call)) {
    if (input.storage.root !== output.storage.root || output.elements === 0) continue;
    const same = input.offset === output.offset && sameShape(input.sizes, output.sizes);
    const isPointwise = outChecks.get(call.title) === 'cast';
    if (same && fits && isPointwise) continue;
    if (fits && areApart(input, output)) continue;
    check(
      !isPointwise || !input.contiguous || !output.contiguous,
      () =>
        'unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.',
    );
    throw new Unsupported('out= in the memory of an argument');
  }
  if (!fits) {
    if (output.view !== null) throw new Unsupported('out= of another shape that is a view');
    const zero = { kind: 'int', value: 0 } as const;
    const { dtype } = output;
    output.become(makeTensor(full({ size: result.sizes, fill_value: zero, dtype })));
  }
  writeInto(vm, output, result.value(), null);
}

/** Whether two tensors without gaps lie one after the other in their storage. */
function areApart(a: TensorObject, b: TensorObject): boolean {
  if (!a.contiguous || !b.contiguous) return false;
  return a.offset + a.elements <= b.offset || b.offset + b.elements <= a.offset;
}

function checkType(title: string, output: TensorObject, result: TensorObject): void {
  const [to, from] = [output.dtype, result.dtype];
  if (to === from) return;
  const names = { to: scalarTypeName[to], from: scalarTypeName[from] };
  switch (outChecks.get(title)) {
    case 'cast':
      return check(
        canCast(from, to),
        () => `result type ${names.from} can't be cast to the desired output type ${names.to}`,
      );
    case 'cat':
      return check(
        canCast(from, to),
        () => `torch.cat(): input types can't be cast to the desired output type ${names.to}`,
      );
    case 'exact':
      return check(
        false,
        () => `Expected out tensor to have dtype ${cName(from)}, but got ${cName(to)} instead`,
      );
    case 'found':
      return check(false, () => `Found dtype ${names.to} but expected ${names.from}`);
    default:
      throw new Unsupported(`torch.${title} with an out= of another dtype`);
  }
}

function refuseGradients(vm: Interpreter, call: Call, outputs: readonly TensorObject[]): void {
  if (!torchState(vm).gradEnabled) return;
  if (![...outputs, ...inputsOf(call)].some((tensor) => tensor.requiresGrad)) return;
  const isComposed =
    outChecks.get(call.title) === 'other' || /^(special|linalg|fft)_/.test(call.title);
  if (isComposed && !CREATING.has(call.title) && !SUMMING.has(call.title)) {
    throw new Unsupported(`gradients through torch.${call.title} with out=`);
  }
  raise(
    'RuntimeError',
    `${call.title}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.`,
  );
}

function inputsOf(call: Call): TensorObject[] {
  const given: Value[] = [...call.args];
  for (const [name, value] of call.keywords) if (name !== 'out') given.push(value);
  return given
    .flatMap((value) => (value instanceof List || value instanceof Tuple ? value.items : [value]))
    .filter(isTensor);
}
