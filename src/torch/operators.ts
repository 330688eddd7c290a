// Python's operators on tensors: `a + b`, `-a`, `a < b`, `a @ b`, `a += b`. Which operator of torch
// each is stands in the table; operands that torch does not know are left to their own classes.

import { methods } from '../python/native.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Result } from '../python/evaluate/pending.ts';
import { notImplemented } from '../python/values/numbers.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../python/values/unknown.ts';
import { operators, overloads } from '../ops/define.ts';
import { operatorMethods } from '../ops/operators.ts';
import type { Op } from '../graph/op.ts';
import { isTensor, applyOne } from './apply.ts';
import { scalarOf } from './bind.ts';
import { converting } from './converting.ts';
import { storeResult } from './inplace.ts';
import { tensorType, type TensorObject } from './tensor.ts';

const BINARY: Readonly<Record<string, string>> = {
  add: 'add',
  sub: 'sub',
  mul: 'mul',
  truediv: 'div',
  floordiv: 'floor_divide',
  mod: 'remainder',
  pow: 'pow',
  matmul: 'matmul',
  and: 'bitwise_and',
  or: 'bitwise_or',
  xor: 'bitwise_xor',
  lshift: 'bitwise_left_shift',
  rshift: 'bitwise_right_shift',
};

for (const [name, op] of Object.entries(BINARY)) {
  methods(tensorType, {
    [`__${name}__(self, other, /)`]: (vm, self: TensorObject, other: Value) =>
      binary(vm, op, self, other),
    [`__r${name}__(self, other, /)`]: (vm, self: TensorObject, other: Value) =>
      reflected(vm, `__r${name}__`, self, other),
  });
  if (name === 'matmul') continue;
  methods(tensorType, {
    [`__i${name}__(self, other, /)`]: (vm, self: TensorObject, other: Value) =>
      inPlace(vm, op, self, other),
  });
}

methods(tensorType, {
  '__rdiv__(self, other, /)': (vm, self: TensorObject, other: Value) =>
    reflected(vm, '__rdiv__', self, other),
});

for (const name of ['eq', 'ne', 'lt', 'le', 'gt', 'ge']) {
  methods(tensorType, {
    [`__${name}__(self, other, /)`]: (vm, self: TensorObject, other: Value) =>
      binary(vm, name, self, other),
  });
}

const UNARY: Readonly<Record<string, string>> = {
  neg: 'neg',
  pos: 'positive',
  abs: 'abs',
  invert: 'bitwise_not',
};

for (const [name, op] of Object.entries(UNARY)) {
  methods(tensorType, {
    [`__${name}__(self, /)`]: (vm, self: TensorObject) => {
      const found = operator(op);
      if (name === 'invert' && !/int|bool/.test(self.dtype)) {
        raise(
          'TypeError',
          '~ (operator.invert) is only implemented on integer and Boolean-type tensors',
        );
      }
      if (!found) return name === 'pos' ? self : vm.unsupported(`torch.${op}`);
      return applyOne(vm, found, { input: self });
    },
  });
}

function operator(name: string): Op | undefined {
  return overloads().get(name)?.[0];
}

function binary(vm: Interpreter, name: string, left: Value, right: Value): Result {
  if (isUnknown(left) || isUnknown(right)) return unknownOf(left, right);
  const op = operator(name);
  const args = op && operandsOf(op, left, right);
  if (args === undefined) return op ? notImplemented : vm.unsupported(`torch.${name}`);
  return applyOne(vm, op as Op, args);
}

/** `2 - x`: the operator that takes the tensor's part, with the operands as it declares them. */
function reflected(vm: Interpreter, method: string, self: TensorObject, other: Value): Result {
  const entry = operatorMethods[method];
  const op = entry && operators().get(entry.op);
  if (isUnknown(other)) return unknownOf(self, other);
  // `x.__rmod__(y)` of two tensors, called by its name, is `y % x`.
  const plain = entry?.reflected && isTensor(other) ? /^__r(\w+)__$/.exec(method)?.[1] : undefined;
  if (plain) return binary(vm, BINARY[plain] ?? plain, other, self);
  const args = op && (entry.reflected ? operandsOf(op, other, self) : operandsOf(op, self, other));
  if (!op) return vm.unsupported(`torch.Tensor.${method}`);
  return args === undefined ? notImplemented : applyOne(vm, op, args);
}

function unknownOf(left: Value, right: Value): Unknown {
  return new Unknown(reasonOf((isUnknown(left) ? left : right) as Unknown), null);
}

type Operand = TensorObject | NonNullable<ReturnType<typeof scalarOf>>;

/** The two operands by the operator's own names; undefined where one is neither. */
function operandsOf(op: Op, left: Value, right: Value): Record<string, Operand> | undefined {
  const [first, second] = op.signature.parameters;
  const a = operandOf(left);
  const b = operandOf(right);
  if (!first || !second || a === undefined || b === undefined) return undefined;
  const accepts = (type: string, operand: Operand): boolean =>
    type === 'Operand' || (type === 'Scalar') !== isTensor(operand);
  if (!accepts(first.type, a) || !accepts(second.type, b)) return undefined;
  const args: Record<string, Operand> = { [first.name]: a, [second.name]: b };
  for (const parameter of op.signature.parameters.slice(2)) {
    args[parameter.name] = parameter.default as unknown as Operand;
  }
  return args;
}

function operandOf(value: Value): Operand | undefined {
  return isTensor(value) ? value : scalarOf(value);
}

function inPlace(vm: Interpreter, name: string, self: TensorObject, other: Value): Result {
  if (isUnknown(other)) {
    self.storage.blur();
    return self;
  }
  const value = binary(vm, name, self, other);
  if (!isTensor(value as Value)) return value;
  const changed = value as TensorObject;
  return converting(vm, name, () => storeResult(vm, self, changed.value(), changed.gradFn));
}
