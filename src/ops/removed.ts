// Functions of linear algebra that PyTorch took away and still names, to say what took their place.

import { TorchError } from '../tensor/errors.ts';
import { defineOp } from './define.ts';

const GONE = 'This function was deprecated since version 1.9 and is now removed.';

const named = (name: string): string => `Please use the \`torch.linalg.${name}\` function instead.`;

const refusal = (message: string) => ({
  grad: null,
  body: (): never => {
    throw new TorchError('RuntimeError', message);
  },
});

/** The words of two arguments where PyTorch forgot to join them. */
const unjoined = (name: string): string => `('${GONE}', '${named(name)}')`;

defineOp('eig.removed(Tensor input, bool eigenvectors=False) -> Tensor, Tensor', {
  as: ['function', 'method'],
  ...refusal(`${GONE} ${named('eig')}`),
});

defineOp('solve.removed(Tensor input, Tensor A) -> Tensor, Tensor', {
  as: ['function', 'method'],
  ...refusal(`${GONE} ${named('solve')}`),
});

defineOp('lstsq.removed(Tensor input, Tensor A) -> Tensor, Tensor', {
  as: ['function', 'method'],
  ...refusal(unjoined('lstsq')),
});

defineOp('matrix_rank.removed(Tensor input, float? tol=None, bool symmetric=False) -> Tensor', {
  as: ['function'],
  ...refusal(unjoined('matrix_rank')),
});
