// The default generator and the functions that draw from it. Each draw makes a node that takes the
// generator's state and gives the next one; `manual_seed` starts a new chain.

import { intValue, type Int } from '../base/origin.ts';
import { constant, opaque } from '../graph/build.ts';
import type { Value as GraphValue } from '../graph/graph.ts';
import { add, div, mul } from '../ops/arithmetic.ts';
import { permute } from '../ops/shape.ts';
import { topk } from '../ops/sorting.ts';
import {
  drawBernoulli,
  drawCategories,
  drawExponential,
  drawInt,
  drawNormal,
  drawPermutation,
  drawUniform,
  seededState,
  stateType,
} from '../ops/random.ts';
import { ambient } from '../python/ambient.ts';
import { partType, viewAsComplex } from '../ops/rounding.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { call } from '../python/evaluate/call.ts';
import { attribute, methods, native, staticMethods } from '../python/native.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import { raise } from '../python/values/exception.ts';
import { NamedInt, PyObject, type Dict, type PyType, type Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import type { DType } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import { broadcast, type Shape } from '../tensor/shape.ts';
import { originNow, result } from './apply.ts';
import { requireGrad } from './attributes.ts';
import { writeInto } from './inplace.ts';
import { torchFunction } from './method.ts';
import { torchType } from './module.ts';
import { since, torchState } from './state.ts';
import type { TensorObject } from './tensor.ts';

/** `torch.Generator`: the default one, and those that a program makes. */
export class GeneratorObject extends PyObject {
  state: GraphValue;
  seed: bigint;
  constructor(seed: bigint, state: GraphValue) {
    super(generatorType);
    this.seed = seed;
    this.state = state;
  }

  snapshot(): () => void {
    const { state, seed } = this;
    return () => {
      this.state = state;
      this.seed = seed;
    };
  }

  blur(): void {
    this.state = opaque(stateType);
  }
}

export const generatorType: PyType = torchType('Generator', 'torch', undefined, () =>
  seeded(67280421310721n),
);
generatorType.messageName = 'torch._C.Generator';

function seeded(seed: bigint): GeneratorObject {
  return new GeneratorObject(seed, seedValue(seed));
}

function seedValue(seed: bigint): GraphValue {
  return constant({
    dtype: 'uint8',
    shape: [5056],
    data: seededState(seed),
  });
}

/** The default generator; unseeded, its numbers are random under Run and unknown while you type. */
export function defaultGenerator(vm: Interpreter): GeneratorObject {
  const state = torchState(vm);
  if (state.generator === null) {
    const { entropy } = vm.host;
    state.generator =
      vm.limits.kind === 'live' ? new GeneratorObject(entropy, opaque(stateType)) : seeded(entropy);
  }
  return state.generator;
}

type Draw = (state: GraphValue) => readonly GraphValue[];

/** Draws, and moves the generator on. */
export function draw(vm: Interpreter, make: Draw, generator?: GeneratorObject): GraphValue {
  const from = generator ?? defaultGenerator(vm);
  const [value, next] = make(from.state) as [GraphValue, GraphValue];
  value.node.origin ??= originNow(vm);
  touch(from);
  from.state = next;
  return value;
}

/** Something has drawn an unknown number of numbers. */
export function forgetDraws(vm: Interpreter): void {
  const generator = defaultGenerator(vm);
  touch(generator);
  generator.state = opaque(stateType);
}

function touch(generator: GeneratorObject): void {
  ambient.journal?.touch(generator);
}

export function manualSeed(generator: GeneratorObject, seed: Value): void {
  if (isUnknown(seed)) {
    generator.state = opaque(stateType);
    return;
  }
  const number = seed instanceof NamedInt ? seed.value : seed;
  if (typeof number !== 'number' && typeof number !== 'bigint' && typeof number !== 'boolean') {
    raise('TypeError', `manual_seed expected a long, but got ${typeName(seed)}`);
  }
  const value = BigInt(number);
  if (value < -(2n ** 63n) || value >= 2n ** 64n) {
    raise('RuntimeError', 'Overflow when unpacking long');
  }
  touch(generator);
  generator.seed = BigInt.asUintN(64, value);
  generator.state = seedValue(value);
}

methods(generatorType, {
  'manual_seed(self, seed, /)': (_vm, self: GeneratorObject, seed: Value) => {
    manualSeed(self, seed);
    return self;
  },
  'initial_seed(self, /)': (_vm, self: GeneratorObject) => pythonInt(self.seed),
  'get_state(self, /)': (vm, self: GeneratorObject) => result(vm, self.state),
  'set_state(self, state, /)': (_vm, self: GeneratorObject, state: TensorObject) => {
    touch(self);
    self.state = state.value();
    return self;
  },
});
staticMethods(generatorType, {
  '__new__(cls, device=None)': () => seeded(67280421310721n),
});
attribute<GeneratorObject>(generatorType, 'device', () => 'cpu');

function pythonInt(value: bigint): Value {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

interface DrawOptions {
  readonly dtype: DType | null;
  readonly requires_grad: boolean;
}

function drawn(vm: Interpreter, options: DrawOptions, make: Draw): TensorObject {
  const tensor = result(vm, draw(vm, make));
  if (options.requires_grad) requireGrad(tensor, true);
  return tensor;
}

function floating(vm: Interpreter, dtype: DType | null): DType {
  const chosen = dtype ?? torchState(vm).defaultDType;
  if (chosen.startsWith('complex')) throw new Unsupported(`random ${chosen}`);
  if (chosen === 'float16' || chosen === 'bfloat16') throw new Unsupported(`random ${chosen}`);
  return chosen;
}

const OPTIONS = '*, ScalarType? dtype=None, bool requires_grad=False';

const drawing: Record<string, NativeFunction> = {
  manual_seed: native('manual_seed(seed)', (vm: Interpreter, seed: Value) => {
    const generator = defaultGenerator(vm);
    manualSeed(generator, seed);
    return generator;
  }),
  seed: native('seed()', (vm: Interpreter) => {
    const generator = defaultGenerator(vm);
    if (vm.limits.kind === 'live') generator.state = opaque(stateType);
    else manualSeed(generator, vm.host.entropy);
    return pythonInt(generator.seed);
  }),
  initial_seed: native('initial_seed()', (vm: Interpreter) => pythonInt(defaultGenerator(vm).seed)),
  get_rng_state: native('get_rng_state()', (vm: Interpreter) =>
    result(vm, defaultGenerator(vm).state),
  ),
  set_rng_state: native('set_rng_state(new_state)', (vm: Interpreter, state: TensorObject) => {
    const generator = defaultGenerator(vm);
    touch(generator);
    generator.state = state.value();
    return null;
  }),
  rand: torchFunction(`rand(SymInt[] size, ${OPTIONS})`, (vm, args) => {
    const { size, ...options } = args as never as { size: Shape } & DrawOptions;
    return drawn(vm, options, uniformOf(vm, size, options.dtype));
  }),
  randn: torchFunction(`randn(SymInt[] size, ${OPTIONS})`, (vm, args) => {
    const { size, ...options } = args as never as { size: Shape } & DrawOptions;
    return drawn(vm, options, normalOf(vm, size, options.dtype));
  }),
  rand_like: torchFunction(`rand_like(Tensor input, ${OPTIONS})`, (vm, args) => {
    const { input, ...options } = args as never as { input: TensorObject } & DrawOptions;
    return drawn(vm, options, uniformOf(vm, input.sizes, options.dtype ?? input.dtype));
  }),
  randn_like: torchFunction(`randn_like(Tensor input, ${OPTIONS})`, (vm, args) => {
    const { input, ...options } = args as never as { input: TensorObject } & DrawOptions;
    return drawn(vm, options, normalOf(vm, input.sizes, options.dtype ?? input.dtype));
  }),
  randint: torchFunction(
    [
      `randint(int high, SymInt[] size, ${OPTIONS})`,
      `randint(int low, int high, SymInt[] size, ${OPTIONS})`,
    ],
    (vm, args) => {
      const {
        low = 0,
        high,
        size,
        ...options
      } = args as never as {
        low?: number;
        high: number;
        size: Shape;
      } & DrawOptions;
      return drawn(vm, options, integersOf(vm, size, low, high, options.dtype ?? 'int64'));
    },
  ),
  randint_like: torchFunction(
    [
      `randint_like(Tensor input, int high, ${OPTIONS})`,
      `randint_like(Tensor input, int low, int high, ${OPTIONS})`,
    ],
    (vm, args) => {
      const {
        low = 0,
        high,
        input,
        ...options
      } = args as never as {
        low?: number;
        high: number;
        input: TensorObject;
      } & DrawOptions;
      const dtype = options.dtype ?? input.dtype;
      return drawn(vm, options, integersOf(vm, input.sizes, low, high, dtype));
    },
  ),
  randperm: torchFunction(`randperm(SymInt n, ${OPTIONS})`, (vm, args) => {
    const { n, ...options } = args as never as { n: Int } & DrawOptions;
    check(
      intValue(n) >= 0,
      () => `Trying to create tensor with negative dimension ${intValue(n)}: [${intValue(n)}]`,
    );
    const dtype = options.dtype ?? 'int64';
    return drawn(vm, options, (state) => drawPermutation({ state, n, dtype }));
  }),
  normal: torchFunction(
    [
      `normal(float mean, float std, SymInt[] size, ${OPTIONS})`,
      'normal(Tensor mean, float std=1)',
      'normal(Tensor mean, Tensor std)',
      'normal(float mean, Tensor std)',
    ],
    (vm, args) => normal(vm, args as never),
  ),
  multinomial: torchFunction(
    'multinomial(Tensor input, int num_samples, bool replacement=False)',
    (vm, { input, num_samples, replacement }) => multinomial(vm, input, num_samples, replacement),
  ),
};

/**
 * The functions that draw, with `generator=` taken out of their arguments: for the time of the call
 * that generator is the default one.
 */
export const randomFunctions: Record<string, NativeFunction> = takingGenerators(drawing);

export function takingGenerators(
  functions: Record<string, NativeFunction>,
): Record<string, NativeFunction> {
  return Object.fromEntries(
    Object.entries(functions).map(([name, make]) => [name, withOwnGenerator(name, make)]),
  );
}

export function withOwnGenerator(name: string, make: NativeFunction): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (vm: Interpreter, args: Value[], named: Dict) => {
    const keywords = new Map(named.values as Map<string, Value>);
    const own = keywords.get('generator');
    keywords.delete('generator');
    if (!(own instanceof GeneratorObject)) return call(vm, make, args, keywords);
    const state = torchState(vm);
    const shared = defaultGenerator(vm);
    state.generator = own;
    try {
      return call(vm, make, args, keywords);
    } finally {
      state.generator = shared;
    }
  });
}

interface NormalArgs extends DrawOptions {
  readonly mean: number | TensorObject;
  readonly std: number | TensorObject;
  readonly size?: Shape;
}

/** Numbers where both are numbers; else standard normals, scaled and moved. */
function normal(vm: Interpreter, args: NormalArgs): TensorObject {
  const { mean, std, size } = args;
  if (typeof mean === 'number' && typeof std === 'number') {
    const dtype = floating(vm, args.dtype);
    const options = { dtype: args.dtype, requires_grad: args.requires_grad };
    const shape = size ?? [];
    return drawn(vm, options, (state) => drawNormal({ state, size: shape, mean, std, dtype }));
  }
  const like = (typeof mean === 'number' ? std : mean) as TensorObject;
  const other = typeof std === 'number' ? null : std;
  const shape = other && like !== other ? broadcast(like.sizes, other.sizes) : like.sizes;
  const { dtype } = like;
  const plain = draw(vm, (state) => drawNormal({ state, size: shape, mean: 0, std: 1, dtype }));
  const part = (value: number | TensorObject) =>
    typeof value === 'number' ? ({ kind: 'float', value } as const) : value.value();
  return result(vm, add({ input: mul({ input: plain, other: part(std) }), other: part(mean) }));
}

/** Indices drawn with the weights of the rows, as PyTorch's CPU draws them. */
export function multinomial(
  vm: Interpreter,
  input: TensorObject,
  count: number,
  replacement: boolean,
): TensorObject {
  const rank = input.sizes.length;
  check(rank === 1 || rank === 2, () => 'prob_dist must be 1 or 2 dim');
  const categories = intValue(input.sizes[rank - 1] as Int);
  check(count > 0, () => 'cannot sample n_sample <= 0 samples');
  check(
    replacement || count <= categories,
    () => 'cannot sample n_sample > prob_dist.size(-1) samples without replacement',
  );
  const value = input.value();
  // From 2.0 on a single draw is a race too.
  if (replacement && (count > 1 || !since(vm, 2, 0))) {
    return result(
      vm,
      draw(vm, (state) => drawCategories({ state, input: value, count })),
    );
  }
  // A race: the smallest of exponential times, each divided by its weight, wins.
  const { sizes: size, dtype } = input;
  const times = draw(vm, (state) => drawExponential({ state, size, rate: 1, dtype }));
  const [, indices] = topk({ input: div({ input: value, other: times }), k: count });
  return result(vm, indices as GraphValue);
}

/** Complex numbers have both parts drawn one after the other. */
function pairsOf(size: Shape, given: DType, draw: (size: Shape, dtype: DType) => Draw): Draw {
  const parts = draw([...size, 2], partType(given));
  return (state) => {
    const [value, next] = parts(state) as [GraphValue, GraphValue];
    return [viewAsComplex({ input: value }), next];
  };
}

const isComplex = (dtype: DType | null): dtype is DType => dtype?.startsWith('complex') ?? false;

function uniformOf(vm: Interpreter, size: Shape, given: DType | null): Draw {
  if (isComplex(given)) return pairsOf(size, given, (all, part) => uniformOf(vm, all, part));
  const dtype = floating(vm, given);
  return (state) => drawUniform({ state, size, from: 0, to: 1, dtype });
}

function normalOf(vm: Interpreter, size: Shape, given: DType | null, std = 1): Draw {
  // The variance of both parts together is 1.
  if (isComplex(given)) {
    return pairsOf(size, given, (all, part) => normalOf(vm, all, part, Math.SQRT1_2));
  }
  const dtype = floating(vm, given);
  return (state) => drawNormal({ state, size, mean: 0, std, dtype });
}

function integersOf(vm: Interpreter, size: Shape, low: number, high: number, dtype: DType): Draw {
  const recent = since(vm, 2, 0);
  return (state) => drawInt({ state, size, low, high, dtype, recent });
}

/** A mask of dropout: 1 with probability p. */
export function bernoulliMask(vm: Interpreter, size: Shape, p: number, dtype: DType): GraphValue {
  return draw(vm, (state) => drawBernoulli({ state, size, p, dtype }));
}

/** A draw of so many numbers. */
export type SizedDraw = (state: GraphValue, size: Shape) => readonly GraphValue[];

/**
 * Fills a tensor in place, in the order in which its elements lie in memory, unless the draw goes by
 * an order of its own.
 */
export function fillInPlace(
  vm: Interpreter,
  target: TensorObject,
  make: SizedDraw,
  inMemoryOrder = true,
): TensorObject {
  const { sizes, strides } = target;
  const order = [...sizes.keys()];
  if (inMemoryOrder && !target.contiguous) {
    order.sort((a, b) => (strides[b] as number) - (strides[a] as number) || a - b);
  }
  const value = draw(vm, (state) =>
    make(
      state,
      order.map((d) => sizes[d] as Int),
    ),
  );
  const isPlain = order.every((d, i) => d === i);
  const back = order.map((_, d) => order.indexOf(d));
  writeInto(vm, target, isPlain ? value : permute({ input: value, dims: back }), null);
  return target;
}

export function fillUniform(
  vm: Interpreter,
  target: TensorObject,
  from: number,
  to: number,
): TensorObject {
  const dtype = floating(vm, target.dtype);
  return fillInPlace(vm, target, (state, size) => drawUniform({ state, size, from, to, dtype }));
}

export function fillNormal(
  vm: Interpreter,
  target: TensorObject,
  mean: number,
  std: number,
): TensorObject {
  const dtype = floating(vm, target.dtype);
  const serial = !target.contiguous;
  return fillInPlace(vm, target, (state, size) =>
    drawNormal({ state, size, mean, std, dtype, serial }),
  );
}
