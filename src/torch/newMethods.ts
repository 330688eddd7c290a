// Tensors made like another one, from data: `new_tensor` and the older `new`; and methods that call a
// Python function for each element.

import { intValue } from '../base/origin.ts';
import { call, callMethod } from '../python/evaluate/call.ts';
import { collect } from '../python/evaluate/protocols.ts';
import { wait, type Steps } from '../python/evaluate/pending.ts';
import { attribute } from '../python/native.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isTensor } from './apply.ts';
import { isInt } from './bind.ts';
import { creationFunctions } from './creation.ts';
import { dtypeObject } from './dtypes.ts';
import { pythonMethods } from './pythonFunction.ts';
import type { TensorObject } from './tensor.ts';
import { tensorType } from './tensor.ts';

attribute<TensorObject>(tensorType, 'is_cpu', (_vm, self) => self.device.type === 'cpu');

pythonMethods(tensorType, {
  *'new_tensor(self, data, *, dtype=None, device=None, requires_grad=False)'(
    vm,
    self: TensorObject,
    data: Value,
    dtype: Value,
    _device: Value,
    requiresGrad: Value,
  ): Steps {
    const kind = dtype ?? dtypeObject(self.dtype);
    if (isTensor(data)) {
      const copy = yield* wait(callMethod(vm, data.detached(), 'clone', []));
      const made = yield* wait(callMethod(vm, copy, 'to', [kind]));
      return yield* wait(callMethod(vm, made, 'requires_grad_', [requiresGrad]));
    }
    const named = new Map<string, Value>([
      ['dtype', kind],
      ['requires_grad', requiresGrad],
    ]);
    return yield* wait(call(vm, creationFunctions['tensor'] as Value, [data], named));
  },
  *'new(self, *args)'(vm, self: TensorObject, args: Value[]): Steps {
    const [first] = args;
    if (
      args.length === 1 &&
      (first instanceof List || (first instanceof Tuple && !isSize(first)))
    ) {
      return yield* wait(callMethod(vm, self, 'new_tensor', [first]));
    }
    if (args.length === 1 && isTensor(first)) {
      return yield* wait(callMethod(vm, first, 'to', [dtypeObject(self.dtype)]));
    }
    const sizes = first instanceof Tuple ? [...first.items] : args;
    if (!sizes.every(isInt)) raise('TypeError', 'new(): invalid arguments');
    const shape = sizes.length === 0 ? [0] : sizes;
    return yield* wait(callMethod(vm, self, 'new_empty', [new Tuple([...shape])]));
  },
  *'fill_diagonal_(self, fill_value, wrap=False)'(
    vm,
    self: TensorObject,
    value: Value,
    wrap: Value,
  ): Steps {
    const shape = self.sizes.map(intValue);
    const [rows = 0, columns = 0] = shape;
    if (shape.length < 2) raise('RuntimeError', 'dimensions must larger than 1');
    if (shape.length > 2 && shape.some((n) => n !== rows)) {
      raise('RuntimeError', 'all dimensions of input must be of equal length');
    }
    const step = self.strides.reduce((a, b) => a + b, 0);
    const length = Math.min(...shape);
    yield* fillStrided(vm, self, [length, step, self.offset], value);
    // Below a tall matrix's diagonal comes another, one row apart.
    if (wrap === true && shape.length === 2 && rows > columns + 1) {
      const rest = Math.floor((rows * columns + columns) / (columns + 1)) - length;
      yield* fillStrided(
        vm,
        self,
        [rest, step, self.offset + (self.strides[0] as number) * (columns + 1)],
        value,
      );
    }
    return self;
  },
  *'apply_(self, callable)'(vm, self: TensorObject, callable: Value): Steps {
    return yield* eachElement(vm, self, [self], callable);
  },
  *'map_(self, tensor, callable)'(vm, self: TensorObject, other: Value, callable: Value): Steps {
    if (!isTensor(other)) raise('TypeError', "map_(): argument 'tensor' must be Tensor");
    const spread = yield* wait(callMethod(vm, other, 'expand_as', [self]));
    return yield* eachElement(vm, self, [self, spread as TensorObject], callable);
  },
});

function* fillStrided(
  vm: Parameters<typeof call>[0],
  self: TensorObject,
  [length, stride, offset]: readonly [number, number, number],
  value: Value,
): Steps {
  const place = [new Tuple([length]), new Tuple([stride]), offset];
  const diagonal = yield* wait(callMethod(vm, self, 'as_strided', place));
  return yield* wait(callMethod(vm, diagonal, 'fill_', [value]));
}

/** `torch.Size`, or a tuple of sizes. */
function isSize(tuple: Tuple): boolean {
  return tuple.cls.name === 'Size';
}

/** Writes what a function gives for the elements at the same place. */
function* eachElement(
  vm: Parameters<typeof call>[0],
  self: TensorObject,
  operands: readonly TensorObject[],
  callable: Value,
): Steps {
  const columns: Value[][] = [];
  for (const operand of operands) {
    const flat = yield* wait(callMethod(vm, operand.detached(), 'flatten', []));
    const items = yield* wait(callMethod(vm, flat, 'tolist', []));
    if (!(items instanceof List)) return items;
    columns.push(yield* collect(vm, items));
  }
  const made: Value[] = [];
  for (const i of (columns[0] ?? []).keys()) {
    const row = columns.map((column) => column[i] as Value);
    made.push(yield* wait(call(vm, callable, row)));
  }
  const data = yield* wait(callMethod(vm, self, 'new_tensor', [new List(made)]));
  const shaped = yield* wait(callMethod(vm, data, 'view_as', [self]));
  return yield* wait(callMethod(vm, self, 'copy_', [shaped]));
}
