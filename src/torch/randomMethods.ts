// Methods that fill a tensor with random numbers, and functions of tensors of parameters.

import type { Value as GraphValue } from '../graph/graph.ts';
import { drawBernoulli, drawBernoulliEach, drawExponential, drawInt } from '../ops/random.ts';
import {
  drawBinomial,
  drawCauchy,
  drawGamma,
  drawGeometric,
  drawLogNormal,
  drawPoisson,
  drawWhole,
} from '../ops/randomDistributions.ts';
import { expand, toDtype } from '../ops/shape.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { methodDescriptorType, type NativeFunction } from '../python/values/callable.ts';
import type { DType } from '../tensor/dtype.ts';
import { check, Unsupported } from '../tensor/errors.ts';
import { result } from './apply.ts';
import { overloadedMethod, torchFunction, type TorchBody } from './method.ts';
import {
  draw,
  fillInPlace,
  fillNormal,
  fillUniform,
  multinomial,
  takingGenerators,
  withOwnGenerator,
} from './random.ts';
import { since } from './state.ts';
import { tensorType, type TensorObject } from './tensor.ts';

/** Gives `torch.Tensor` a method that takes `generator=`. */
function randomMethod<S extends string>(signatures: readonly S[], body: TorchBody<S>): void {
  const name = (signatures[0] as string).split('(')[0] as string;
  overloadedMethod(signatures, body);
  const method = withOwnGenerator(name, tensorType.dict.get(name) as NativeFunction);
  method.cls = methodDescriptorType;
  method.owner = tensorType;
  tensorType.dict.setName(name, method);
}

randomMethod(['uniform_(Tensor self, float from=0, float to=1)'], (vm, { self, from, to }) =>
  fillUniform(vm, self, from, to),
);
randomMethod(['normal_(Tensor self, float mean=0, float std=1)'], (vm, { self, mean, std }) =>
  fillNormal(vm, self, mean, std),
);
randomMethod(['exponential_(Tensor self, float lambd=1)'], (vm, { self, lambd: rate }) =>
  fillInPlace(vm, self, (state, size) => drawExponential({ state, size, rate, dtype: self.dtype })),
);
randomMethod(['cauchy_(Tensor self, float median=0, float sigma=1)'], (vm, args) => {
  const { self, median, sigma } = args;
  return fillInPlace(vm, self, (state, size) =>
    drawCauchy({ state, size, median, sigma, dtype: self.dtype }),
  );
});
randomMethod(['log_normal_(Tensor self, float mean=1, float std=2)'], (vm, args) => {
  const { self, mean, std } = args;
  return fillInPlace(vm, self, (state, size) =>
    drawLogNormal({ state, size, mean, std, dtype: self.dtype }),
  );
});
randomMethod(['geometric_(Tensor self, float p)'], (vm, { self, p }) =>
  fillInPlace(vm, self, (state, size) => drawGeometric({ state, size, p, dtype: self.dtype })),
);
randomMethod(
  [
    'random_(Tensor self)',
    'random_(Tensor self, int to)',
    'random_(Tensor self, int from, int? to)',
  ],
  (vm, args) => {
    const {
      self,
      from = 0,
      to,
    } = args as never as {
      self: TensorObject;
      from?: number;
      to?: number | null;
    };
    const { dtype } = self;
    if (to === undefined || to === null) {
      return fillInPlace(vm, self, (state, size) => drawWhole({ state, size, dtype }));
    }
    checkRange(from, to, dtype);
    const recent = since(vm, 2, 0);
    return fillInPlace(vm, self, (state, size) =>
      drawInt({ state, size, low: from, high: to, dtype, recent }),
    );
  },
);

/** What whole numbers fit, and how C++ calls the type. */
const RANGES: Partial<Record<DType, readonly [number, number, string]>> = {
  bool: [0, 1, 'bool'],
  uint8: [0, 255, 'unsigned char'],
  int8: [-128, 127, 'signed char'],
  int16: [-(2 ** 15), 2 ** 15 - 1, 'short'],
  int32: [-(2 ** 31), 2 ** 31 - 1, 'int'],
};

function checkRange(from: number, to: number, dtype: DType): void {
  check(
    from < to,
    () => `random_ expects 'from' to be less than 'to', but got from=${from} >= to=${to}`,
  );
  const range = RANGES[dtype];
  if (!range) return;
  const [least, most, word] = range;
  check(from >= least && from <= most, () => `from is out of bounds for ${word}`);
  check(to - 1 >= least && to - 1 <= most, () => `to - 1 is out of bounds for ${word}`);
}

randomMethod(
  ['bernoulli_(Tensor self, Tensor p)', 'bernoulli_(Tensor self, float p=0.5)'],
  (vm, args) => {
    const { self, p } = args as never as { self: TensorObject; p: TensorObject | number };
    if (typeof p === 'number') {
      return fillInPlace(vm, self, (state, size) =>
        drawBernoulli({ state, size, p, dtype: self.dtype }),
      );
    }
    const each = expand({ input: p.value(), size: self.sizes });
    return fillInPlace(
      vm,
      self,
      (state) => {
        const [value, next] = drawBernoulliEach({ state, p: each }) as [GraphValue, GraphValue];
        return [toDtype({ input: value, dtype: self.dtype }), next];
      },
      false,
    );
  },
);
randomMethod(['bernoulli(Tensor self)', 'bernoulli(Tensor self, float p)'], (vm, args) => {
  const { self, p } = args as never as { self: TensorObject; p?: number };
  return bernoulliLike(vm, self, p);
});
randomMethod(
  ['multinomial(Tensor self, int num_samples, bool replacement=False)'],
  (vm, { self, num_samples, replacement }) => multinomial(vm, self, num_samples, replacement),
);

/** Draws with the tensor's own probabilities, or with one for all. */
export function bernoulliLike(vm: Interpreter, input: TensorObject, p?: number): TensorObject {
  const { sizes: size, dtype } = input;
  const value = draw(vm, (state) =>
    p === undefined
      ? drawBernoulliEach({ state, p: input.value() })
      : drawBernoulli({ state, size, p, dtype }),
  );
  return result(vm, value);
}

/** Functions whose parameters are tensors. */
export const parameterDraws: Record<string, NativeFunction> = takingGenerators({
  bernoulli: torchFunction(
    ['bernoulli(Tensor input)', 'bernoulli(Tensor input, float p)'],
    (vm, args) => {
      const { input, p } = args as never as { input: TensorObject; p?: number };
      return bernoulliLike(vm, input, p);
    },
  ),
  poisson: torchFunction('poisson(Tensor input)', (vm, { input }) =>
    result(
      vm,
      draw(vm, (state) => drawPoisson({ state, rate: input.value() })),
    ),
  ),
  binomial: torchFunction('binomial(Tensor count, Tensor prob)', (vm, { count, prob }) => {
    if (prob.dtype !== count.dtype) throw new Unsupported('binomial of two dtypes');
    const p = expand({ input: prob.value(), size: count.sizes });
    return result(
      vm,
      draw(vm, (state) => drawBinomial({ state, count: count.value(), p })),
    );
  }),
  _standard_gamma: torchFunction('_standard_gamma(Tensor input)', (vm, { input }) =>
    result(
      vm,
      draw(vm, (state) => drawGamma({ state, alpha: input.value() })),
    ),
  ),
});
