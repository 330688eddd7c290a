// Losses as layers: https://pytorch.org/docs/stable/nn.html#loss-functions
// Each keeps its settings and hands them, by name, to the operator.

import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import type { PyObject, PyType, Value } from '../../python/values/object.ts';
import { member, registerBuffer } from '../module.ts';
import { callOperator } from '../operatorFunctions.ts';
import { defineModule } from './define.ts';

const LOSS = 'torch.nn.modules.loss';
const LEGACY = ['size_average=None', 'reduce=None'];

interface Loss {
  readonly operator: string;
  /** The settings of `__init__`, in order, with `size_average` and `reduce` among them. */
  readonly settings: readonly string[];
  /** The parameters of `forward`. */
  readonly inputs?: readonly string[];
}

function defineLoss(
  name: string,
  { operator, settings, inputs = ['input', 'target'] }: Loss,
): PyType {
  const names = settings.filter((part) => part !== '*').map((part) => part.split('=')[0] as string);
  const kept = names.filter((key) => key !== 'size_average' && key !== 'reduce');
  return defineModule(LOSS, `${name}(${settings.join(', ')})`, {
    parameters: inputs.join(', '),
    init: (_vm, self: PyObject, ...values: Value[]) => {
      const given = new Map(names.map((key, i) => [key, values[i] ?? null]));
      const legacy = legacyReduction(
        given.get('size_average') ?? null,
        given.get('reduce') ?? null,
      );
      if (legacy !== null) given.set('reduction', legacy);
      for (const key of kept) {
        // Weights move and are saved with the module.
        if (isWeight(key)) registerBuffer(self, key, given.get(key) ?? null, true);
        else self.setAttr(key, given.get(key) ?? null);
      }
      return null;
    },
    forward: (vm: Interpreter, self: PyObject, ...tensors: Value[]) => {
      const keywords = new Map(kept.map((key) => [key, member(vm, self, key)]));
      return callOperator(vm, operator, tensors, keywords);
    },
  });
}

function isWeight(key: string): boolean {
  return key === 'weight' || key === 'pos_weight';
}

/** What the older arguments mean; null where none is given. */
function legacyReduction(sizeAverage: Value, reduce: Value): string | null {
  if (sizeAverage === null && reduce === null) return null;
  if (reduce === false) return 'none';
  return sizeAverage === false ? 'sum' : 'mean';
}

const REDUCTION = [...LEGACY, "reduction='mean'"];
const WEIGHTED = ['weight=None', ...REDUCTION];

export const L1Loss = defineLoss('L1Loss', { operator: 'l1_loss', settings: REDUCTION });
export const MSELoss = defineLoss('MSELoss', { operator: 'mse_loss', settings: REDUCTION });
export const SoftMarginLoss = defineLoss('SoftMarginLoss', {
  operator: 'soft_margin_loss',
  settings: REDUCTION,
});
export const SmoothL1Loss = defineLoss('SmoothL1Loss', {
  operator: 'smooth_l1_loss',
  settings: [...REDUCTION, 'beta=1.0'],
});
export const HuberLoss = defineLoss('HuberLoss', {
  operator: 'huber_loss',
  settings: ["reduction='mean'", 'delta=1.0'],
});
export const KLDivLoss = defineLoss('KLDivLoss', {
  operator: 'kl_div',
  settings: [...REDUCTION, 'log_target=False'],
});
export const NLLLoss = defineLoss('NLLLoss', {
  operator: 'nll_loss',
  settings: [
    'weight=None',
    'size_average=None',
    'ignore_index=-100',
    'reduce=None',
    "reduction='mean'",
  ],
});
export const CrossEntropyLoss = defineLoss('CrossEntropyLoss', {
  operator: 'cross_entropy',
  settings: [
    'weight=None',
    'size_average=None',
    'ignore_index=-100',
    'reduce=None',
    "reduction='mean'",
    'label_smoothing=0.0',
  ],
});
export const BCELoss = defineLoss('BCELoss', {
  operator: 'binary_cross_entropy',
  settings: WEIGHTED,
});
export const BCEWithLogitsLoss = defineLoss('BCEWithLogitsLoss', {
  operator: 'binary_cross_entropy_with_logits',
  settings: [...WEIGHTED, 'pos_weight=None'],
});
export const MultiLabelSoftMarginLoss = defineLoss('MultiLabelSoftMarginLoss', {
  operator: 'multilabel_soft_margin_loss',
  settings: WEIGHTED,
});
export const PoissonNLLLoss = defineLoss('PoissonNLLLoss', {
  operator: 'poisson_nll_loss',
  settings: [
    'log_input=True',
    'full=False',
    'size_average=None',
    'eps=1e-08',
    'reduce=None',
    "reduction='mean'",
  ],
  inputs: ['log_input', 'target'],
});
export const GaussianNLLLoss = defineLoss('GaussianNLLLoss', {
  operator: 'gaussian_nll_loss',
  settings: ['*', 'full=False', 'eps=1e-06', "reduction='mean'"],
  inputs: ['input', 'target', 'var'],
});
export const HingeEmbeddingLoss = defineLoss('HingeEmbeddingLoss', {
  operator: 'hinge_embedding_loss',
  settings: ['margin=1.0', ...REDUCTION],
});
export const CosineEmbeddingLoss = defineLoss('CosineEmbeddingLoss', {
  operator: 'cosine_embedding_loss',
  settings: ['margin=0.0', ...REDUCTION],
  inputs: ['input1', 'input2', 'target'],
});
export const MarginRankingLoss = defineLoss('MarginRankingLoss', {
  operator: 'margin_ranking_loss',
  settings: ['margin=0.0', ...REDUCTION],
  inputs: ['input1', 'input2', 'target'],
});
export const MultiMarginLoss = defineLoss('MultiMarginLoss', {
  operator: 'multi_margin_loss',
  settings: ['p=1', 'margin=1.0', 'weight=None', ...REDUCTION],
});
export const TripletMarginLoss = defineLoss('TripletMarginLoss', {
  operator: 'triplet_margin_loss',
  settings: ['margin=1.0', 'p=2.0', 'eps=1e-06', 'swap=False', ...REDUCTION],
  inputs: ['anchor', 'positive', 'negative'],
});
