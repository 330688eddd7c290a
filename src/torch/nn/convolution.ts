// Convolution layers: https://pytorch.org/docs/stable/nn.html#convolution-layers

import { intValue, floorDiv, type Int } from '../../base/origin.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { wait, type Steps } from '../../python/evaluate/pending.ts';
import { Tuple } from '../../python/values/containers.ts';
import { raise } from '../../python/values/exception.ts';
import type { PyObject, PyType, Value } from '../../python/values/object.ts';
import { repr } from '../../python/evaluate/protocols.ts';
import { dtypeOf } from '../dtypes.ts';
import { member } from '../module.ts';
import { callOperator } from '../operatorFunctions.ts';
import { defineModule, itemsOf, numberOf, repeated, setAttributes } from './define.ts';
import { addParameter, resetWeightAndBias } from './parameters.ts';

const CONV = 'torch.nn.modules.conv';
const PADDING_MODES = ['zeros', 'reflect', 'replicate', 'circular'];

const baseType = defineModule(CONV, '_ConvNd()', {});

function defineConvolution(rank: number): PyType {
  return defineModule(
    CONV,
    `Conv${rank}d(in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, padding_mode='zeros', device=None, dtype=None)`,
    {
      base: baseType,
      reset: resetWeightAndBias,
      init: (
        vm: Interpreter,
        self: PyObject,
        inputs: Value,
        outputs: Value,
        kernel: Value,
        stride: Value,
        padding: Value,
        dilation: Value,
        groups: Value,
        bias: Value,
        mode: Value,
        _device: Value,
        dtype: Value,
      ) => {
        checkChannels(inputs, outputs, groups);
        checkPadding(padding, stride, mode);
        setAttributes(self, {
          in_channels: inputs,
          out_channels: outputs,
          kernel_size: repeated(kernel, rank),
          stride: repeated(stride, rank),
          padding: typeof padding === 'string' ? padding : repeated(padding, rank),
          dilation: repeated(dilation, rank),
          transposed: false,
          output_padding: repeated(0, rank),
          groups,
          padding_mode: mode,
        });
        const window = itemsOf(repeated(kernel, rank)) as Int[];
        const shape = [outputs as Int, floorDiv(inputs as Int, groups as Int), ...window];
        addWeights(vm, self, shape, bias === false ? null : [outputs as Int], dtype);
        return null;
      },
      forward: (vm, self, input: Value) => forward(vm, self, input, rank),
      extraRepr,
    },
  );
}

export const Conv1d = defineConvolution(1);
export const Conv2d = defineConvolution(2);
export const Conv3d = defineConvolution(3);

function defineTransposed(rank: number): PyType {
  return defineModule(
    CONV,
    `ConvTranspose${rank}d(in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None)`,
    {
      base: baseType,
      reset: resetWeightAndBias,
      init: (
        vm: Interpreter,
        self: PyObject,
        inputs: Value,
        outputs: Value,
        kernel: Value,
        stride: Value,
        padding: Value,
        outputPadding: Value,
        groups: Value,
        bias: Value,
        dilation: Value,
        mode: Value,
        _device: Value,
        dtype: Value,
      ) => {
        if (mode !== 'zeros') {
          raise('ValueError', `Only "zeros" padding mode is supported for ConvTranspose${rank}d`);
        }
        checkChannels(inputs, outputs, groups);
        setAttributes(self, {
          in_channels: inputs,
          out_channels: outputs,
          kernel_size: repeated(kernel, rank),
          stride: repeated(stride, rank),
          padding: repeated(padding, rank),
          dilation: repeated(dilation, rank),
          transposed: true,
          output_padding: repeated(outputPadding, rank),
          groups,
          padding_mode: mode,
        });
        const window = itemsOf(repeated(kernel, rank)) as Int[];
        const shape = [inputs as Int, floorDiv(outputs as Int, groups as Int), ...window];
        addWeights(vm, self, shape, bias === false ? null : [outputs as Int], dtype);
        return null;
      },
      parameters: 'input, output_size=None',
      forward: (vm, self, input: Value, outputSize: Value) => {
        if (outputSize !== null) return vm.unsupported(`ConvTranspose${rank}d with output_size`);
        const part = (name: string): Value => member(vm, self, name);
        return callOperator(vm, `conv_transpose${rank}d`, [
          input,
          part('weight'),
          part('bias'),
          part('stride'),
          part('padding'),
          part('output_padding'),
          part('groups'),
          part('dilation'),
        ]);
      },
      extraRepr,
    },
  );
}

export const ConvTranspose1d = defineTransposed(1);
export const ConvTranspose2d = defineTransposed(2);
export const ConvTranspose3d = defineTransposed(3);

function checkChannels(inputs: Value, outputs: Value, groups: Value): void {
  const n = numberOf(groups);
  if (n <= 0) raise('ValueError', 'groups must be a positive integer');
  if (numberOf(inputs) % n !== 0) raise('ValueError', 'in_channels must be divisible by groups');
  if (numberOf(outputs) % n !== 0) raise('ValueError', 'out_channels must be divisible by groups');
}

function checkPadding(padding: Value, stride: Value, mode: Value): void {
  if (typeof padding === 'string') {
    if (padding !== 'same' && padding !== 'valid') {
      raise(
        'ValueError',
        `Invalid padding string '${padding}', should be one of {'same', 'valid'}`,
      );
    }
    if (padding === 'same' && itemsOf(stride).some((step) => numberOf(step) !== 1)) {
      raise('ValueError', "padding='same' is not supported for strided convolutions");
    }
  }
  if (typeof mode === 'string' && !PADDING_MODES.includes(mode)) {
    const listed = PADDING_MODES.map((each) => `'${each}'`).join(', ');
    raise('ValueError', `padding_mode must be one of {${listed}}, but got padding_mode='${mode}'`);
  }
}

function addWeights(
  vm: Interpreter,
  self: PyObject,
  shape: readonly Int[],
  biasShape: readonly Int[] | null,
  dtype: Value,
): void {
  const options = { dtype: dtypeOf(dtype) ?? null };
  addParameter(vm, self, 'weight', shape, options);
  addParameter(vm, self, 'bias', biasShape, options);
}

function* forward(vm: Interpreter, self: PyObject, input: Value, rank: number): Steps {
  const part = (name: string): Value => member(vm, self, name);
  const mode = part('padding_mode');
  let padded = input;
  let padding = part('padding');
  if (mode !== 'zeros') {
    padded = yield* wait(callOperator(vm, 'pad', [input, padAmounts(vm, self, rank), mode]));
    padding = repeated(0, rank);
  }
  return yield* wait(
    callOperator(vm, `conv${rank}d`, [
      padded,
      part('weight'),
      part('bias'),
      part('stride'),
      padding,
      part('dilation'),
      part('groups'),
    ]),
  );
}

/** The padding of each side as `F.pad` takes it: the last dimension first. */
function padAmounts(vm: Interpreter, self: PyObject, rank: number): Tuple {
  const padding = member(vm, self, 'padding');
  const amounts: Value[] = [];
  for (let i = rank - 1; i >= 0; i--) {
    if (padding === 'same') {
      const dilation = numberOf(itemsOf(member(vm, self, 'dilation'))[i]);
      const kernel = numberOf(itemsOf(member(vm, self, 'kernel_size'))[i]);
      const total = dilation * (kernel - 1);
      amounts.push(Math.floor(total / 2), total - Math.floor(total / 2));
    } else if (padding === 'valid') amounts.push(0, 0);
    else {
      const amount = intValue(itemsOf(padding)[i] as Int);
      amounts.push(amount, amount);
    }
  }
  return new Tuple(amounts);
}

function* extraRepr(vm: Interpreter, self: PyObject): Steps {
  const part = (name: string): Value => member(vm, self, name);
  const text = function* (name: string): Steps {
    return yield* wait(repr(vm, part(name)));
  };
  const differs = (name: string, usual: number): boolean =>
    itemsOf(part(name)).some((item) => numberOf(item) !== usual);
  let line = `${String(yield* text('in_channels'))}, ${String(yield* text('out_channels'))}`;
  line += `, kernel_size=${String(yield* text('kernel_size'))}, stride=${String(yield* text('stride'))}`;
  const padding = part('padding');
  if (typeof padding === 'string' || differs('padding', 0)) {
    line += `, padding=${typeof padding === 'string' ? padding : String(yield* text('padding'))}`;
  }
  if (differs('dilation', 1)) line += `, dilation=${String(yield* text('dilation'))}`;
  if (differs('output_padding', 0)) {
    line += `, output_padding=${String(yield* text('output_padding'))}`;
  }
  if (numberOf(part('groups')) !== 1) line += `, groups=${String(yield* text('groups'))}`;
  if (part('bias') === null) line += ', bias=False';
  const mode = part('padding_mode');
  if (mode !== 'zeros') line += `, padding_mode=${String(mode)}`;
  return line;
}
