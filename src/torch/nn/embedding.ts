// Embedding layers: https://pytorch.org/docs/stable/nn.html#sparse-layers

import type { Int } from '../../base/origin.ts';
import { full } from '../../ops/creation.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { raise } from '../../python/values/exception.ts';
import { call } from '../../python/evaluate/call.ts';
import { classMethods } from '../../python/native.ts';
import type { PyObject, PyType, Value } from '../../python/values/object.ts';
import { isUnknown } from '../../python/values/unknown.ts';
import { TensorObject } from '../tensor.ts';
import { dtypeOf } from '../dtypes.ts';
import { embeddingFunctions } from '../embeddingNorm.ts';
import { withoutGradients } from '../init.ts';
import { writeInto } from '../inplace.ts';
import { makeParameter } from '../creation.ts';
import { member, registerParameter } from '../module.ts';
import { callOperator } from '../operatorFunctions.ts';
import { fillNormal } from '../random.ts';
import { selected } from '../views.ts';
import { fill, defineModule, numberOf, setAttributes } from './define.ts';
import { addParameter, parameterOf } from './parameters.ts';

export const Embedding = defineModule(
  'torch.nn.modules.sparse',
  'Embedding(num_embeddings, embedding_dim, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False, _weight=None, _freeze=False, device=None, dtype=None)',
  {
    init: (
      vm: Interpreter,
      self: PyObject,
      count: Value,
      dim: Value,
      padding: Value,
      maxNorm: Value,
      normType: Value,
      scale: Value,
      sparse: Value,
      given: Value,
      freeze: Value,
      _device: Value,
      dtype: Value,
    ) => {
      const size = numberOf(count);
      const index = padding === null ? null : paddingIndex(numberOf(padding), size);
      setAttributes(self, {
        num_embeddings: count,
        embedding_dim: dim,
        padding_idx: index,
        max_norm: maxNorm,
        norm_type: normType,
        scale_grad_by_freq: scale,
        sparse,
      });
      if (given instanceof TensorObject) {
        const fits = given.sizes.length === 2 && numberOf(given.sizes[1] as Int) === numberOf(dim);
        if (!fits || numberOf(given.sizes[0] as Int) !== size) {
          raise(
            'AssertionError',
            'Shape of weight does not match num_embeddings and embedding_dim',
          );
        }
        registerParameter(self, 'weight', makeParameter(vm, given, freeze !== true));
        return true;
      }
      const shape = [count as Int, dim as Int];
      addParameter(vm, self, 'weight', shape, { dtype: dtypeOf(dtype) ?? null });
      return null;
    },
    reset: (vm, self) => {
      const weight = parameterOf(vm, self, 'weight');
      const index = member(vm, self, 'padding_idx');
      if (!weight) return;
      withoutGradients(vm, () => {
        fillNormal(vm, weight, 0, 1);
        if (typeof index !== 'number') return;
        const row = selected(vm, weight, 0, index);
        const zero = { kind: 'int', value: 0 } as const;
        writeInto(vm, row, full({ size: row.sizes, fill_value: zero, dtype: weight.dtype }), null);
      });
    },
    forward: (vm, self, input: Value) => {
      const shortest = member(vm, self, 'max_norm');
      if (shortest !== null) {
        const names = ['weight', 'padding_idx', 'max_norm', 'norm_type'];
        const [weight, ...rest] = names.map((name) => member(vm, self, name));
        return call(vm, embeddingFunctions['embedding'] ?? null, [input, weight ?? null, ...rest]);
      }
      return callOperator(vm, 'embedding', [
        member(vm, self, 'weight'),
        input,
        member(vm, self, 'padding_idx') ?? -1,
      ]);
    },
    *extraRepr(vm: Interpreter, self: PyObject) {
      const padding = member(vm, self, 'padding_idx');
      const maxNorm = member(vm, self, 'max_norm');
      const parts = ['{num_embeddings}', '{embedding_dim}'];
      if (padding !== null) parts.push('padding_idx={padding_idx}');
      if (maxNorm !== null) parts.push('max_norm={max_norm}');
      return yield* fill(vm, self, parts.join(', '));
    },
  },
);

function paddingIndex(given: number, size: number): number {
  if (given >= size || given < -size) {
    raise('AssertionError', 'Padding_idx must be within num_embeddings');
  }
  return given < 0 ? given + size : given;
}

classMethods(Embedding, {
  'from_pretrained(cls, embeddings, freeze=True, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False)':
    (vm: Interpreter, cls: PyType, embeddings: Value, freeze: Value, ...rest: Value[]) => {
      if (isUnknown(embeddings)) return embeddings;
      if (!(embeddings instanceof TensorObject) || embeddings.sizes.length !== 2) {
        return raise('AssertionError', 'Embeddings parameter is expected to be 2-dimensional');
      }
      const [padding = null, maxNorm = null, normType = null, scale = null, sparse = null] = rest;
      const options = {
        embedding_dim: embeddings.sizes[1] as Int,
        _weight: embeddings,
        _freeze: freeze,
        padding_idx: padding,
        max_norm: maxNorm,
        norm_type: normType,
        scale_grad_by_freq: scale,
        sparse,
      };
      return call(vm, cls, [embeddings.sizes[0] as Int], new Map(Object.entries(options)));
    },
});
