// What `copy` and `pickle` make of tensors, dtypes, devices and their like.

import { getAttribute, typeName } from '../python/evaluate/attributes.ts';
import { wait } from '../python/evaluate/pending.ts';
import { importModule } from '../python/imports.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { methods } from '../python/native.ts';
import { Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { callMethod } from '../python/evaluate/call.ts';
import {
  deviceType,
  dtypeObject,
  dtypeType,
  layoutType,
  memoryFormatType,
  type DeviceObject,
  type DTypeObject,
  type NamedConstant,
} from './dtypes.ts';
import { finfoType, iinfoType } from './limits.ts';
import { pythonMethods } from './pythonFunction.ts';
import { generatorType } from './random.ts';
import { makeSize } from './size.ts';
import { isParameter, tensorType, type TensorObject } from './tensor.ts';

methods(tensorType, {
  // PyTorch's copy shares the memory, and is a leaf.
  '__copy__(self, /)': (_vm, self: TensorObject) => {
    const copy = self.detached();
    copy.cls = self.cls;
    copy.leafRequiresGrad = self.requiresGrad;
    return copy;
  },
});

pythonMethods(tensorType, {
  *'__reduce_ex__(self, protocol, /)'(vm: Interpreter, self: TensorObject) {
    const numbers = yield* wait(callMethod(vm, self, 'tolist', []));
    if (isUnknown(numbers)) return numbers;
    const module = yield* importModule(vm, 'torch._utils');
    const rebuild = yield* wait(getAttribute(vm, module, '_rebuild_from_numbers'));
    const parts = [
      numbers,
      dtypeObject(self.dtype),
      makeSize(self.sizes),
      self.requiresGrad,
      isParameter(self),
    ];
    return new Tuple([rebuild, new Tuple(parts)]);
  },
});

// Found again by their names in `torch`.
methods(dtypeType, { '__reduce__(self, /)': (_vm, self: DTypeObject) => self.dtype });
for (const type of [layoutType, memoryFormatType]) {
  methods(type, { '__reduce__(self, /)': (_vm, self: NamedConstant) => self.name });
}

methods(deviceType, {
  '__reduce__(self, /)': (_vm, self: DeviceObject) =>
    new Tuple([deviceType, new Tuple(self.index === null ? [self.type] : [self.type, self.index])]),
});

for (const type of [generatorType, iinfoType, finfoType]) {
  methods(type, {
    '__reduce_ex__(self, protocol, /)': (_vm, self: Value) =>
      raise('TypeError', `cannot pickle '${typeName(self)}' object`),
  });
}
