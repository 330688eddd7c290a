// Determinants and their logarithms, from LU factors.

import type { NdArray } from '../tensor/array.ts';
import type { TensorType } from '../tensor/type.ts';
import { defineOp } from './define.ts';
import { factored, luCost } from './luFactors.ts';
import { batchOf, checkFloating, checkSquare, requireKernel } from './matrixBatches.ts';

/** The sign of the permutation times the product of the diagonal. */
function determinant(
  A: NdArray,
  i: number,
): { readonly sign: number; readonly logabs: number; readonly det: number } {
  const n = A.shape.at(-1) as number;
  const { lu, pivots } = factored(A, i);
  let [sign, logabs, det] = [1, 0, 1];
  for (let k = 0; k < n; k++) {
    const d = lu[k * n + k] as number;
    if (pivots[k] !== k + 1) sign = -sign;
    sign *= Number.isNaN(d) ? 0 : Math.sign(d);
    logabs += Math.log(Math.abs(d));
    det *= d * (pivots[k] !== k + 1 ? -1 : 1);
  }
  return { sign, logabs, det };
}

function detType(name: string, type: TensorType, lowPrecision = true): TensorType {
  checkSquare(name, type);
  checkFloating(name, type, lowPrecision);
  requireKernel('lu_cpu', type.dtype);
  return { dtype: type.dtype, shape: batchOf(type.shape) };
}

const detRule = {
  grad: 'LinalgDet',
  cost: ({ A }: { readonly A: TensorType }) => luCost({ A }),
} as const;

export const linalgDet = defineOp('det.linalg(Tensor A) -> Tensor', {
  as: ['linalg'],
  ...detRule,
  shape: ({ A }) => detType('linalg.det', A),
  kernel: ({ A }, out) => {
    for (let i = 0; i < out.data.length; i++) out.data[i] = determinant(A, i).det;
  },
});

export const det = defineOp('det(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  grad: 'LinalgDet',
  body: ({ input }) => linalgDet({ A: input }),
});

export const linalgSlogdet = defineOp('slogdet.linalg(Tensor A) -> Tensor sign, Tensor logabsdet', {
  as: ['linalg'],
  grad: 'LinalgSlogdet',
  shape: ({ A }) => {
    const type = detType('linalg.slogdet', A, false);
    return [type, type];
  },
  kernel: ({ A }, _out, outs) => {
    const [signs, logs] = outs as readonly [NdArray, NdArray];
    for (let i = 0; i < signs.data.length; i++) {
      const { sign, logabs } = determinant(A, i);
      signs.data[i] = sign;
      logs.data[i] = logabs;
    }
  },
  cost: luCost,
});

export const slogdet = defineOp('slogdet(Tensor input) -> Tensor sign, Tensor logabsdet', {
  as: ['function', 'method'],
  grad: 'LinalgSlogdet',
  body: ({ input }) => linalgSlogdet({ A: input }),
});

export const logdet = defineOp('logdet(Tensor input) -> Tensor', {
  as: ['function', 'method'],
  grad: 'Where',
  shape: ({ input }) => detType('logdet', input, false),
  kernel: ({ input }, out) => {
    for (let i = 0; i < out.data.length; i++) {
      const { sign, logabs } = determinant(input, i);
      out.data[i] = sign < 0 ? NaN : logabs;
    }
  },
  cost: ({ input }) => luCost({ A: input }),
});
