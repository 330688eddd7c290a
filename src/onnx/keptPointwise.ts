// Element by element, in ONNX's words for models that are kept; see keptLowerings.ts.

import type { OnnxBuilder, OnnxValue, Op } from '../graph/op.ts';
import { isFloat, type DType } from '../tensor/dtype.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { TensorType } from '../tensor/type.ts';

type Lower = NonNullable<Op['lower']>;
type Args = Parameters<Lower>[1];

/** Writes arithmetic on tensors of one shape, or that broadcast to it. */
interface Maths {
  readonly dtype: DType;
  (opType: string, ...operands: readonly OnnxValue[]): OnnxValue;
  test(opType: string, ...operands: readonly OnnxValue[]): OnnxValue;
  where(condition: OnnxValue, then: OnnxValue, other: OnnxValue): OnnxValue;
  number(value: number): OnnxValue;
  /** The rest of a division with the sign of the dividend, or of the divisor. */
  rest(a: OnnxValue, b: OnnxValue, sign: 'dividend' | 'divisor'): OnnxValue;
}

export const keptPointwise: Readonly<Record<string, Lower>> = {
  sigmoid: float((m, { input }) => m('Sigmoid', input)),
  log1p: float((m, { input }) => m('Log', m('Add', input, m.number(1)))),
  expm1: float((m, { input }) => m('Sub', m('Exp', input), m.number(1))),
  softshrink: float((m, { input }, { lambd }) => {
    const [low, high] = [m.number(-Number(lambd)), m.number(Number(lambd))];
    const inner = m.where(
      m.test('Less', input, low),
      m('Sub', input, low),
      m('Mul', input, m.number(0)),
    );
    return m.where(m.test('Greater', input, high), m('Sub', input, high), inner);
  }),
  hardshrink: float((m, { input }, { lambd }) => {
    const above = m.test('GreaterOrEqual', input, m.number(-Number(lambd)));
    const below = m.test('LessOrEqual', input, m.number(Number(lambd)));
    return m.where(m.test('And', above, below), m.number(0), input);
  }),
  threshold: float((m, { input }, { threshold, value }) =>
    m.where(
      m.test('LessOrEqual', input, m.number(Number(threshold))),
      m.number(Number(value)),
      input,
    ),
  ),
  celu: float((m, { input }, { alpha }) => {
    const a = m.number(Number(alpha));
    const below = m('Mul', a, m('Sub', m('Exp', m('Div', input, a)), m.number(1)));
    return m.where(m.test('Greater', input, m.number(0)), input, below);
  }),
  trunc: float((m, { input }) => towardsZero(m, input)),
  frac: float((m, { input }) => m('Sub', input, towardsZero(m, input))),
  lerp: float((m, { input, end, weight }) => {
    const way = m('Sub', end, input);
    const forward = m('Add', input, m('Mul', weight, way));
    const back = m('Sub', end, m('Mul', way, m('Sub', m.number(1), weight)));
    return m.where(m.test('Less', weight, m.number(0.5)), forward, back);
  }),
  fmod: float((m, { input, other }) => m.rest(input, other, 'dividend')),
  remainder: float((m, { input, other }) => m.rest(input, other, 'divisor')),
  div: (g, args, outs) => {
    const mode = args['rounding_mode'];
    if (mode === 'trunc') {
      return float((m, { input, other }) => towardsZero(m, m('Div', input, other)))(g, args, outs);
    }
    return mode === 'floor' ? floorDivision(g, args, outs) : null;
  },
  floor_divide: floorDivision,
  isfinite: (g, args) => tested(g, args, (m, x) => m.test('Equal', m('Sub', x, x), m.number(0))),
  isposinf: (g, args) => tested(g, args, (m, x) => m.test('Equal', x, m.number(Infinity))),
  isneginf: (g, args) => tested(g, args, (m, x) => m.test('Equal', x, m.number(-Infinity))),
  bitwise_and: (g, args, outs) => logical(g, 'And', args, outs),
  bitwise_or: (g, args, outs) => logical(g, 'Or', args, outs),
  bitwise_xor: (g, args, outs) => logical(g, 'Xor', args, outs),
  bitwise_not: (g, args, outs) => logical(g, 'Not', args, outs),
};

function floorDivision(...given: Parameters<Lower>): ReturnType<Lower> {
  return float((m, { input, other }) => {
    const rest = m.rest(input, other, 'dividend');
    const whole = m('Div', m('Sub', input, rest), other);
    const zero = m.number(0);
    const apart = m.test('Xor', m.test('Less', other, zero), m.test('Less', rest, zero));
    const uneven = m.test('Not', m.test('Equal', rest, zero));
    const one = m.number(1);
    const lower = m.where(m.test('And', uneven, apart), m('Sub', whole, one), whole);
    const floor = m('Floor', lower);
    const isOver = m.test('Greater', m('Sub', lower, floor), m.number(0.5));
    const rounded = m.where(isOver, m('Add', floor, one), floor);
    return m.where(m.test('Equal', other, zero), m('Div', input, other), rounded);
  })(...given);
}

function towardsZero(m: Maths, x: OnnxValue): OnnxValue {
  return m.where(m.test('Less', x, m.number(0)), m('Ceil', x), m('Floor', x));
}

/** For floating point results; tensors and numbers among the arguments are made of the result's type. */
function float(
  body: (m: Maths, operands: Record<string, OnnxValue>, args: Args) => OnnxValue,
): (...given: Parameters<Lower>) => OnnxValue[] | null {
  return (g, args, [out]) => {
    if (!out || (out.dtype !== 'float32' && out.dtype !== 'float64')) return null;
    const m = maths(g, out);
    const operands: Record<string, OnnxValue> = {};
    for (const [name, value] of Object.entries(args)) {
      const operand = operandOf(g, value, out.dtype);
      if (operand) operands[name] = operand;
    }
    const result = body(m, operands, args);
    return [g.cast(result, out.dtype)];
  };
}

function operandOf(g: OnnxBuilder, value: Args[string], dtype: DType): OnnxValue | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('name' in value && 'type' in value) return g.cast(value, dtype);
  if (!('kind' in value)) return null;
  const scalar = value as Scalar;
  return scalar.kind === 'complex' ? null : g.scalar(Number(scalar.value), dtype);
}

function maths(g: OnnxBuilder, out: TensorType): Maths {
  const { dtype } = out;
  const bool: TensorType = { ...out, dtype: 'bool' };
  const add = (opType: string, ...operands: readonly OnnxValue[]): OnnxValue =>
    g.add(opType, operands, {}, out);
  const test: Maths['test'] = (opType, ...operands) => g.add(opType, operands, {}, bool);
  const where: Maths['where'] = (condition, then, other) =>
    g.add('Where', [condition, then, other], {}, out);
  const number: Maths['number'] = (value) => g.scalar(value, dtype);
  const rest: Maths['rest'] = (a, b, sign) => {
    const left = g.add('Mod', [a, b], { fmod: 1 }, out);
    if (sign === 'dividend') return left;
    const zero = number(0);
    const apart = test('Xor', test('Less', b, zero), test('Less', left, zero));
    const uneven = test('Not', test('Equal', left, zero));
    return where(test('And', uneven, apart), add('Add', left, b), left);
  };
  return Object.assign(add, { dtype, test, where, number, rest });
}

function tested(
  g: OnnxBuilder,
  args: Args,
  body: (m: Maths, x: OnnxValue) => OnnxValue,
): OnnxValue[] | null {
  const x = args['input'] as OnnxValue;
  if (!isFloat(x.type.dtype)) return null;
  return [body(maths(g, x.type), x)];
}

function logical(
  g: OnnxBuilder,
  opType: string,
  args: Args,
  [out]: readonly TensorType[],
): OnnxValue[] | null {
  if (out?.dtype !== 'bool') return null;
  const operands = [args['input'], args['other']].flatMap(
    (value) => operandOf(g, value ?? null, 'bool') ?? [],
  );
  if (operands.length !== (opType === 'Not' ? 1 : 2)) return null;
  return [g.add(opType, operands, {}, out)];
}
