// Pooling, dropout and resampling layers.
//
// https://pytorch.org/docs/stable/nn.html#pooling-layers

import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { steps, wait, type Result, type Steps } from '../../python/evaluate/pending.ts';
import { raise } from '../../python/values/exception.ts';
import type { PyObject, PyType, Value } from '../../python/values/object.ts';
import { truth } from '../../python/evaluate/protocols.ts';
import { dropout } from '../dropout.ts';
import { numberOr } from '../pythonNumber.ts';
import { member } from '../module.ts';
import { isTraining } from '../moduleTree.ts';
import { callOperator } from '../operatorFunctions.ts';
import { defineModule, repeated, setAttributes } from './define.ts';

const POOLING = 'torch.nn.modules.pooling';

/** A layer that keeps its arguments and hands them to an operator. */
function definePlain(
  module: string,
  signature: string,
  operator: string,
  passes: readonly string[],
  extraRepr: string,
): PyType {
  const inside = signature.slice(signature.indexOf('(') + 1, -1);
  const names = inside.split(', ').map((parameter) => parameter.split('=')[0] as string);
  return defineModule(module, signature, {
    init: (_vm, self: PyObject, ...values: Value[]) => {
      setAttributes(self, Object.fromEntries(names.map((key, i) => [key, values[i] ?? null])));
      if (
        names.includes('stride') &&
        !names.includes('norm_type') &&
        self.getAttr('stride') === null
      ) {
        self.setAttr('stride', self.getAttr('kernel_size') ?? null);
      }
      // Of the average pools only that of one dimension keeps its numbers as tuples.
      if (operator === 'avg_pool1d') {
        for (const name of WINDOW) self.setAttr(name, repeated(self.getAttr(name) ?? null, 1));
      }
      return null;
    },
    forward: (vm, self, input: Value) =>
      callOperator(vm, operator, [input, ...passes.map((name) => member(vm, self, name))]),
    extraRepr,
  });
}

const WINDOW = ['kernel_size', 'stride', 'padding'];

function defineMaxPool(rank: number): PyType {
  return defineModule(
    POOLING,
    `MaxPool${rank}d(kernel_size, stride=None, padding=0, dilation=1, return_indices=False, ceil_mode=False)`,
    {
      init: (
        _vm,
        self: PyObject,
        kernel: Value,
        stride: Value,
        padding: Value,
        dilation: Value,
        returnIndices: Value,
        ceilMode: Value,
      ) => {
        setAttributes(self, {
          kernel_size: kernel,
          stride: stride ?? kernel,
          padding,
          dilation,
          return_indices: returnIndices,
          ceil_mode: ceilMode,
        });
        return null;
      },
      forward: (vm, self, input: Value) => {
        const names = [...WINDOW, 'dilation', 'ceil_mode'];
        const rest = names.map((name) => member(vm, self, name));
        const both = member(vm, self, 'return_indices') === true;
        const operator = both ? `max_pool${rank}d_with_indices` : `max_pool${rank}d`;
        return callOperator(vm, operator, [input, ...rest]);
      },
      extraRepr:
        'kernel_size={kernel_size}, stride={stride}, padding={padding}, dilation={dilation}, ceil_mode={ceil_mode}',
    },
  );
}

export const MaxPool1d = defineMaxPool(1);
export const MaxPool2d = defineMaxPool(2);
export const MaxPool3d = defineMaxPool(3);

export const AvgPool1d = definePlain(
  POOLING,
  'AvgPool1d(kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True)',
  'avg_pool1d',
  [...WINDOW, 'ceil_mode', 'count_include_pad'],
  'kernel_size={kernel_size}, stride={stride}, padding={padding}',
);
export const AvgPool2d = definePlain(
  POOLING,
  'AvgPool2d(kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None)',
  'avg_pool2d',
  [...WINDOW, 'ceil_mode', 'count_include_pad', 'divisor_override'],
  'kernel_size={kernel_size}, stride={stride}, padding={padding}',
);
export const AvgPool3d = definePlain(
  POOLING,
  'AvgPool3d(kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None)',
  'avg_pool3d',
  [...WINDOW, 'ceil_mode', 'count_include_pad', 'divisor_override'],
  'kernel_size={kernel_size}, stride={stride}, padding={padding}',
);

export const normPools = [1, 2].map((rank) =>
  definePlain(
    POOLING,
    `LPPool${rank}d(norm_type, kernel_size, stride=None, ceil_mode=False)`,
    `lp_pool${rank}d`,
    ['norm_type', 'kernel_size', 'stride', 'ceil_mode'],
    'norm_type={norm_type}, kernel_size={kernel_size}, stride={stride}, ceil_mode={ceil_mode}',
  ),
);

export const adaptiveAveragePools = [1, 2, 3].map((rank) =>
  definePlain(
    POOLING,
    `AdaptiveAvgPool${rank}d(output_size)`,
    `adaptive_avg_pool${rank}d`,
    ['output_size'],
    'output_size={output_size}',
  ),
);
export const adaptiveMaxPools = [1, 2, 3].map((rank) =>
  definePlain(
    POOLING,
    `AdaptiveMaxPool${rank}d(output_size)`,
    `adaptive_max_pool${rank}d`,
    ['output_size'],
    'output_size={output_size}',
  ),
);

const DROPOUT = 'torch.nn.modules.dropout';

function defineDropout(name: string, channels: boolean): PyType {
  return defineModule(DROPOUT, `${name}(p=0.5, inplace=False)`, {
    init: (_vm, self: PyObject, p: Value, inplace: Value) => {
      const number = numberOr(p, 0);
      if (number < 0 || number > 1) {
        const shown =
          Number.isInteger(number) && typeof p !== 'number' ? number.toFixed(1) : number;
        raise('ValueError', `dropout probability has to be between 0 and 1, but got ${shown}`);
      }
      setAttributes(self, { p, inplace });
      return null;
    },
    forward: (vm, self, input: Value) => steps(drop(vm, self, input, name, channels)),
    extraRepr: 'p={p}, inplace={inplace}',
  });
}

export const Dropout = defineDropout('Dropout', false);
export const Dropout1d = defineDropout('Dropout1d', true);
export const Dropout2d = defineDropout('Dropout2d', true);
export const Dropout3d = defineDropout('Dropout3d', true);

function* drop(
  vm: Interpreter,
  self: PyObject,
  input: Value,
  name: string,
  channels: boolean,
): Steps {
  const training = yield* wait(truth(vm, yield* isTraining(vm, self)));
  const options = {
    p: numberOr(member(vm, self, 'p'), 0.5),
    training: training === true,
    inplace: member(vm, self, 'inplace') === true,
    channels,
    name,
  };
  return yield* wait(dropout(vm, input, options) as Result);
}
