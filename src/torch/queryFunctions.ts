// Functions of torch on tensors that are not plain operators: their results are Python's (allclose),
// come in a number that the arguments choose (unique), or their tensors are given as `*tensors`.

import { operators } from '../ops/define.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { steps, wait, type Result, type Steps } from '../python/evaluate/pending.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { ellipsis } from '../python/values/numbers.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import type { Op } from '../graph/op.ts';
import { numberAt } from '../tensor/array.ts';
import { applyOp, applyOne, isTensor, type TensorArgs } from './apply.ts';
import { numbers } from './force.ts';
import { itemOf } from './itemAccess.ts';
import { tensorMethods } from './method.ts';
import { run } from './operatorFunctions.ts';
import { pythonFunction } from './pythonFunction.ts';
import type { TensorObject } from './tensor.ts';

const closeArguments =
  'Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False' as const;

const methodsAndFunctions = tensorMethods({
  [`allclose(Tensor self, ${closeArguments})` as const]: (vm: Interpreter, args: Named) =>
    steps(asBool(vm, 'allclose', args)),
  'equal(Tensor self, Tensor other)': (vm, args) =>
    steps(asBool(vm, 'equal', args as unknown as Named)),
  'is_nonzero(Tensor self)': (vm, { self }) => steps(isNonzero(vm, self)),
  'nonzero(Tensor self, *, bool as_tuple=False)': (vm, { self, as_tuple }) =>
    as_tuple
      ? run(vm, { op: named('where.condition'), args: { condition: self } }, false)
      : run(vm, { op: named('nonzero'), args: { input: self } }, false),
  'unique(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None)':
    (vm, { self, return_inverse, return_counts, dim }) =>
      dim === null
        ? distinct(vm, 'unique_of', { input: self, return_inverse, return_counts }, [
            return_inverse,
            return_counts,
          ])
        : distinct(vm, 'unique_along', { input: self, dim }, [return_inverse, return_counts]),
  'unique_consecutive(Tensor self, bool return_inverse=False, bool return_counts=False, int? dim=None)':
    (vm, { self, return_inverse, return_counts, dim }) =>
      distinct(vm, 'unique_consecutive_of', { input: self, dim }, [return_inverse, return_counts]),
});

type Named = Readonly<Record<string, unknown>> & { readonly self: TensorObject };

function named(name: string): Op {
  const op = operators().get(name);
  if (!op) throw new Error(`${name} is declared in ops`);
  return op;
}

/** The answer of an operator that gives one bool, as Python has it. */
function* asBool(vm: Interpreter, name: string, { self, ...rest }: Named): Steps {
  const answer = applyOne(vm, named(name), { ...rest, input: self } as TensorArgs);
  if (!isTensor(answer)) return answer;
  return yield* itemOf(vm, answer);
}

function* isNonzero(vm: Interpreter, self: TensorObject): Steps {
  if (self.elements !== 1) {
    const what = self.elements === 0 ? 'no values' : 'more than one value';
    raise('RuntimeError', `Boolean value of Tensor with ${what} is ambiguous`);
  }
  const array = yield* numbers(vm, self.value());
  return array ? array.data.some(Boolean) : new Unknown('its number was not computed');
}

/** The distinct elements, with what else was asked for. */
function distinct(
  vm: Interpreter,
  opName: string,
  args: TensorArgs,
  extras: readonly boolean[],
): Result {
  return steps(distinctSteps(vm, opName, args, extras));
}

function* distinctSteps(
  vm: Interpreter,
  opName: string,
  args: TensorArgs,
  extras: readonly boolean[],
): Steps {
  const input = args['input'] as TensorObject;
  const known = yield* numbers(vm, input.value());
  if (!known) return new Unknown('its shape depends on numbers that were not computed');
  const results = applyOp(vm, named(opName), args);
  if (!Array.isArray(results)) return results;
  const [values, ...others] = results;
  const asked = others.filter((_, i) => extras[i]);
  return asked.length === 0 ? (values as TensorObject) : new Tuple([values as Value, ...asked]);
}

/** The tensors of `f(*tensors)`, which may also be given as one list. */
function tensorsOf(title: string, given: readonly Value[]): TensorObject[] | Unknown {
  const [first] = given;
  const isList = given.length === 1 && (first instanceof List || first instanceof Tuple);
  const items = isList ? first.items : given;
  const unknown = items.find(isUnknown);
  if (unknown) return unknown as Unknown;
  return items.map((item, i) => {
    if (isTensor(item)) return item;
    return raise(
      'TypeError',
      `${title}(): argument 'tensors' (position 1) must be tuple of Tensors, not tuple with ` +
        `something else at position ${i}`,
    );
  });
}

function ofTensors(
  vm: Interpreter,
  name: string,
  given: readonly Value[],
  rest: Record<string, string> = {},
  parameter = 'tensors',
): Result {
  const tensors = tensorsOf(name, given);
  if (!Array.isArray(tensors)) return tensors;
  return run(vm, { op: named(name), args: { [parameter]: tensors, ...rest } }, false);
}

/** `dims` counts the last dimensions of a and the first of b, or names those of each. */
function contraction(vm: Interpreter, a: Value, b: Value, dims: Value): Result {
  const unknown = [a, b, dims].find(isUnknown);
  if (unknown) return unknown as Unknown;
  if (!isTensor(a) || !isTensor(b)) {
    raise('TypeError', 'tensordot(): arguments a and b must be Tensors');
  }
  if (isSequence(dims)) {
    const [first, second] = dims.items;
    const lists = [first, second].map((list) => numbersIn(list ?? null));
    return applyContraction(vm, a, b, lists[0] as number[], lists[1] as number[]);
  }
  const count = Number(dims);
  if (count < 0) raise('RuntimeError', `tensordot expects dims >= 0, but got dims=${count}`);
  const ours = Array.from({ length: count }, (_, i) => i - count);
  return applyContraction(
    vm,
    a,
    b,
    ours,
    ours.map((_, i) => i),
  );
}

/** `dims` as a tensor: a number, or two rows of dimensions. */
function* contractionByTensor(
  vm: Interpreter,
  a: TensorObject,
  b: TensorObject,
  dims: TensorObject,
): Steps {
  const known = yield* numbers(vm, dims.value());
  if (known === null) return new Unknown('the dims of tensordot are not known');
  const all = Array.from({ length: dims.elements }, (_, i) => numberAt(known, i));
  if (all.length === 1) return yield* wait(contraction(vm, a, b, all[0] as number));
  const half = all.length / 2;
  return yield* wait(applyContraction(vm, a, b, all.slice(0, half), all.slice(half)));
}

function applyContraction(
  vm: Interpreter,
  a: TensorObject,
  b: TensorObject,
  ours: readonly number[],
  theirs: readonly number[],
): Result {
  return applyOne(vm, named('tensordot_of'), { a, b, dims_a: ours, dims_b: theirs });
}

function isSequence(value: Value): value is List | Tuple {
  return value instanceof List || value instanceof Tuple;
}

function numbersIn(value: Value): number[] {
  return isSequence(value) ? value.items.map(Number) : [Number(value)];
}

/** `einsum(x, [0, 1], y, [1, 2], [0, 2])`: a letter for each number. */
function einsumOfLists(vm: Interpreter, given: readonly Value[]): Result {
  const operands = given.filter((_, i) => i % 2 === 0 && i + 1 < given.length);
  const lists = given.filter((_, i) => i % 2 === 1 || i + 1 === given.length);
  if (!lists.every(isSequence)) return vm.unsupported('torch.einsum with these subscripts');
  const letters: string[] = [];
  for (const list of lists as (List | Tuple)[]) {
    const subscripts = list.items.map((item) => (item === ellipsis ? '...' : letterOf(item)));
    if (subscripts.includes(undefined)) return vm.unsupported('torch.einsum with these subscripts');
    letters.push(subscripts.join(''));
  }
  const result = given.length % 2 === 1 ? `->${letters.pop()}` : '';
  const equation = `${letters.join(',')}${result}`;
  return ofTensors(vm, 'einsum_of', operands, { equation }, 'operands');
}

function letterOf(item: Value): string | undefined {
  if (typeof item !== 'number' || item < 0 || item >= 52) return undefined;
  return String.fromCharCode(item < 26 ? 65 + item : 97 + item - 26);
}

export const queryFunctions: Record<string, Value> = {
  ...methodsAndFunctions,
  meshgrid: pythonFunction(
    'meshgrid(*tensors, indexing=None)',
    (vm: Interpreter, tensors: Value[], indexing: Value) =>
      ofTensors(vm, 'meshgrid', tensors, { indexing: (indexing as string | null) ?? 'ij' }),
  ),
  einsum: pythonFunction('einsum(*args)', (vm: Interpreter, given: Value[]) => {
    const [equation, ...operands] = given;
    if (operands.length === 0) {
      raise(
        'ValueError',
        'einsum(): must specify the equation string and at least one operand, or at least one ' +
          'operand and its subscripts list',
      );
    }
    if (isTensor(equation as Value) && operands.some(isSequence)) return einsumOfLists(vm, given);
    if (typeof equation !== 'string') {
      const got = typeName(equation as Value);
      raise('TypeError', `einsum(): argument 'equation' (position 1) must be str, not ${got}`);
    }
    return ofTensors(vm, 'einsum_of', operands, { equation }, 'operands');
  }),
  tensordot: pythonFunction(
    'tensordot(a, b, dims=2, out=None)',
    (vm: Interpreter, a: Value, b: Value, dims: Value) =>
      isTensor(a) && isTensor(b) && isTensor(dims)
        ? steps(contractionByTensor(vm, a, b, dims))
        : contraction(vm, a, b, dims),
  ),
  block_diag: pythonFunction('block_diag(*tensors)', (vm: Interpreter, tensors: Value[]) =>
    ofTensors(vm, 'block_diag', tensors),
  ),
  cartesian_prod: pythonFunction('cartesian_prod(*tensors)', (vm: Interpreter, tensors: Value[]) =>
    ofTensors(vm, 'cartesian_prod', tensors),
  ),
};
