// Layers that move, repeat or compare elements and have no parameters: padding, upsampling, shuffled
// channels, sliding blocks, distances.

import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import type { PyObject, PyType, Value } from '../../python/values/object.ts';
import { List, Tuple } from '../../python/values/containers.ts';
import { Float } from '../../python/values/numbers.ts';
import { member } from '../module.ts';
import { callOperator } from '../operatorFunctions.ts';
import { defineModule, fill, itemsOf, numberOf, repeated, setAttributes } from './define.ts';

interface Plain {
  readonly operator: string;
  /** The parameters of `__init__`, each an attribute, handed to the operator by its name. */
  readonly settings: readonly string[];
  /** Operator's names where they differ from the attribute's. */
  readonly renamed?: Readonly<Record<string, string>>;
  readonly inputs?: readonly string[];
  readonly extraRepr?: string;
}

function definePlain(module: string, name: string, plain: Plain): PyType {
  const { operator, settings, renamed = {}, inputs = ['input'], extraRepr } = plain;
  const names = settings.map((part) => part.split('=')[0] as string);
  return defineModule(`torch.nn.modules.${module}`, `${name}(${settings.join(', ')})`, {
    parameters: inputs.join(', '),
    init: (_vm, self: PyObject, ...values: Value[]) => {
      const attribute = (key: string): string => renamed[key] ?? key;
      setAttributes(
        self,
        Object.fromEntries(names.map((key, i) => [attribute(key), values[i] ?? null])),
      );
      return null;
    },
    forward: (vm: Interpreter, self: PyObject, ...tensors: Value[]) => {
      const keywords = new Map(names.map((key) => [key, member(vm, self, renamed[key] ?? key)]));
      return callOperator(vm, operator, tensors, keywords);
    },
    ...(extraRepr === undefined ? {} : { extraRepr }),
  });
}

/** `Zero` and `Constant` give their value with the mode; the others take it from the input. */
function definePadding(kind: string, mode: string, rank: number): PyType {
  const [isZero, isConstant] = [kind === 'Zero', kind === 'Constant'];
  const parameters = isConstant ? 'padding, value' : 'padding';
  return defineModule('torch.nn.modules.padding', `${kind}Pad${rank}d(${parameters})`, {
    init: (_vm, self: PyObject, padding: Value, value: Value) => {
      const all = new Tuple([...itemsOf(repeated(padding, 2 * rank))]);
      self.setAttr('padding', all);
      if (isZero) self.setAttr('value', new Float(0));
      if (isConstant) self.setAttr('value', value);
      return null;
    },
    forward: (vm: Interpreter, self: PyObject, input: Value) => {
      const value = isZero || isConstant ? [member(vm, self, 'value')] : [];
      return callOperator(vm, 'pad', [input, member(vm, self, 'padding'), mode, ...value]);
    },
    extraRepr: isConstant ? 'padding={padding}, value={value}' : '{padding}',
  });
}

export const paddings = [1, 2, 3].flatMap((rank) => [
  definePadding('Constant', 'constant', rank),
  definePadding('Zero', 'constant', rank),
  definePadding('Reflection', 'reflect', rank),
  definePadding('Replication', 'replicate', rank),
  definePadding('Circular', 'circular', rank),
]);

interface Settings {
  readonly size: Value;
  readonly factor: Value;
  readonly mode: Value;
  readonly alignCorners: Value;
  readonly recompute: Value;
}

function keepSettings(self: PyObject, settings: Settings): null {
  const { size, factor, mode, alignCorners, recompute } = settings;
  const many = factor instanceof Tuple || factor instanceof List;
  const factors = many ? new Tuple(factor.items.map(asFloat)) : asFloat(factor);
  setAttributes(self, {
    name: 'Upsample',
    size,
    scale_factor: factors,
    mode,
    align_corners: alignCorners,
    recompute_scale_factor: recompute,
  });
  return null;
}

function asFloat(value: Value): Value {
  return value === null ? null : new Float(numberOf(value));
}

export const Upsample = defineModule(
  'torch.nn.modules.upsampling',
  "Upsample(size=None, scale_factor=None, mode='nearest', align_corners=None, recompute_scale_factor=None)",
  {
    init: (
      _vm,
      self: PyObject,
      size: Value,
      factor: Value,
      mode: Value,
      alignCorners: Value,
      recompute: Value,
    ) => keepSettings(self, { size, factor, mode, alignCorners, recompute }),
    forward: (vm: Interpreter, self: PyObject, input: Value) => {
      const names = ['size', 'scale_factor', 'mode', 'align_corners', 'recompute_scale_factor'];
      return callOperator(vm, 'interpolate', [input, ...names.map((key) => member(vm, self, key))]);
    },
    *extraRepr(vm: Interpreter, self: PyObject) {
      const sized = member(vm, self, 'scale_factor') === null;
      const first = sized ? 'size={size}' : 'scale_factor={scale_factor}';
      return yield* fill(vm, self, `${first}, mode={mode}`);
    },
  },
);

function defineOlder(name: string, mode: string, alignCorners: Value): PyType {
  return defineModule('torch.nn.modules.upsampling', `${name}(size=None, scale_factor=None)`, {
    base: Upsample,
    init: (_vm, self: PyObject, size: Value, factor: Value) =>
      keepSettings(self, { size, factor, mode, alignCorners, recompute: null }),
  });
}

export const UpsamplingNearest2d = defineOlder('UpsamplingNearest2d', 'nearest', null);
export const UpsamplingBilinear2d = defineOlder('UpsamplingBilinear2d', 'bilinear', true);

export const PixelShuffle = definePlain('pixelshuffle', 'PixelShuffle', {
  operator: 'pixel_shuffle',
  settings: ['upscale_factor'],
  extraRepr: 'upscale_factor={upscale_factor}',
});
export const PixelUnshuffle = definePlain('pixelshuffle', 'PixelUnshuffle', {
  operator: 'pixel_unshuffle',
  settings: ['downscale_factor'],
  extraRepr: 'downscale_factor={downscale_factor}',
});
export const ChannelShuffle = definePlain('channelshuffle', 'ChannelShuffle', {
  operator: 'channel_shuffle',
  settings: ['groups'],
  extraRepr: 'groups={groups}',
});

const BLOCKS = ['kernel_size', 'dilation=1', 'padding=0', 'stride=1'];
const BLOCKS_TEXT =
  'kernel_size={kernel_size}, dilation={dilation}, padding={padding}, stride={stride}';

export const Unfold = definePlain('fold', 'Unfold', {
  operator: 'unfold',
  settings: BLOCKS,
  extraRepr: BLOCKS_TEXT,
});
export const Fold = definePlain('fold', 'Fold', {
  operator: 'fold',
  settings: ['output_size', ...BLOCKS],
  extraRepr: `output_size={output_size}, ${BLOCKS_TEXT}`,
});

export const CosineSimilarity = definePlain('distance', 'CosineSimilarity', {
  operator: 'cosine_similarity',
  settings: ['dim=1', 'eps=1e-08'],
  inputs: ['x1', 'x2'],
});
export const PairwiseDistance = definePlain('distance', 'PairwiseDistance', {
  operator: 'pairwise_distance',
  settings: ['p=2.0', 'eps=1e-06', 'keepdim=False'],
  renamed: { p: 'norm' },
  inputs: ['x1', 'x2'],
});
export const LocalResponseNorm = definePlain('normalization', 'LocalResponseNorm', {
  operator: 'local_response_norm',
  settings: ['size', 'alpha=0.0001', 'beta=0.75', 'k=1.0'],
  extraRepr: '{size}, alpha={alpha}, beta={beta}, k={k}',
});
