// `torch.rrelu`: slopes are drawn while a model trains.

import { mul } from '../ops/arithmetic.ts';
import { drawSlopes, rrelu } from '../ops/rrelu.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { native } from '../python/native.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import type { Dict, Value } from '../python/values/object.ts';
import { gradFnOf, guarded, result, type TensorArgs } from './apply.ts';
import { callBound } from './callBound.ts';
import { storeResult } from './inplace.ts';
import { draw } from './random.ts';
import { since } from './state.ts';
import type { TensorObject } from './tensor.ts';

export const rreluFunctions: Record<string, NativeFunction> = {
  rrelu: rectifier('rrelu', false),
  rrelu_: rectifier('rrelu_', true),
};

function rectifier(name: string, inplace: boolean): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (vm: Interpreter, args: Value[], named: Dict) => {
    const keywords = named.values as Map<string, Value>;
    const call = { title: name, args, keywords, isMethod: false, old: !since(vm, 2, 0) };
    return callBound(vm, [rrelu.op], call, (bound) =>
      guarded(vm, name, () => {
        const options = bound.args as unknown as Options;
        const { input: tensor, lower, upper, training } = options;
        const input = tensor.value();
        const value = training
          ? mul({ input, other: draw(vm, (state) => drawSlopes({ state, input, lower, upper })) })
          : rrelu({ input, lower, upper, training });
        const gradFn = gradFnOf(vm, rrelu.op, options as unknown as TensorArgs);
        return inplace ? storeResult(vm, tensor, value, gradFn) : result(vm, value, gradFn);
      }),
    );
  });
}

interface Options {
  readonly input: TensorObject;
  readonly lower: number;
  readonly upper: number;
  readonly training: boolean;
}
