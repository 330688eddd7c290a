// Operators, with Python's precedences. The grammar gives `&`, `^` and `|` a wrong order and lets
// a star stand inside an operand (`*a or b` as `(*a) or b`); both are set right here.
//
// https://docs.python.org/3.13/reference/expressions.html#operator-precedence

import type {
  BoolOp,
  CompareOperator,
  Expression,
  ExpressionContext,
  Operator,
  UnaryOperator,
} from '../syntax.ts';
import type { Span } from '../../base/span.ts';
import type { Concrete } from './concrete.ts';
import { Unexpected, need, only } from './concrete.ts';
import { expression, expressions, spanOf } from './expressions.ts';

/**
 * Builds a node around its leftmost operand. Where that is starred, the star belongs to the whole:
 * `*f(x)` is `*(f(x))`.
 */
export function hoistStar(
  leftmost: Expression,
  node: Concrete,
  ctx: ExpressionContext,
  build: (leftmost: Expression, span: Span) => Expression,
): Expression {
  const span = spanOf(node);
  if (leftmost.kind !== 'Starred') return build(leftmost, span);
  const start = leftmost.value.span.start;
  return { kind: 'Starred', span, value: build(leftmost.value, { start, end: span.end }), ctx };
}

interface BinaryOperator {
  readonly op: Operator;
  readonly precedence: number;
}

const binaryOperators: ReadonlyMap<string, BinaryOperator> = new Map([
  ['|', { op: 'BitOr', precedence: 1 }],
  ['^', { op: 'BitXor', precedence: 2 }],
  ['&', { op: 'BitAnd', precedence: 3 }],
  ['<<', { op: 'LShift', precedence: 4 }],
  ['>>', { op: 'RShift', precedence: 4 }],
  ['+', { op: 'Add', precedence: 5 }],
  ['-', { op: 'Sub', precedence: 5 }],
  ['*', { op: 'Mult', precedence: 6 }],
  ['/', { op: 'Div', precedence: 6 }],
  ['//', { op: 'FloorDiv', precedence: 6 }],
  ['%', { op: 'Mod', precedence: 6 }],
  ['@', { op: 'MatMult', precedence: 6 }],
  ['**', { op: 'Pow', precedence: 7 }],
]);

export function binaryOperator(sign: string): Operator | undefined {
  return binaryOperators.get(sign)?.op;
}

/** A chain of operators without parentheses: `a | b & c ** d`. */
export function binary(text: string, node: Concrete): Expression {
  const operands: Operand[] = [];
  const operators: BinaryOperator[] = [];
  flatten(text, node, operands, operators);
  const chain: Chain = { operands, operators, at: 0 };
  const [first] = operands;
  if (first?.value.kind !== 'Starred') return climb(chain, 1).value;
  operands[0] = { ...first, value: first.value.value, start: first.value.value.span.start };
  const value = climb(chain, 1).value;
  return { kind: 'Starred', span: spanOf(node), value, ctx: 'Load' };
}

/** An operand and the text that it covers, its parentheses included. */
interface Operand {
  readonly value: Expression;
  readonly start: number;
  readonly end: number;
}

interface Chain {
  readonly operands: readonly Operand[];
  readonly operators: readonly BinaryOperator[];
  /** How many operators have been taken. */
  at: number;
}

/** Goes down the left side in a loop, since long sums lean that way. */
function flatten(
  text: string,
  node: Concrete,
  operands: Operand[],
  operators: BinaryOperator[],
): void {
  const spine: Concrete[] = [];
  let left = node;
  while (left.type === 'binary_operator') {
    spine.push(left);
    left = need(left, 'left');
  }
  operands.push({ value: expression(text, left), start: left.start, end: left.end });
  for (let i = spine.length - 1; i >= 0; i--) {
    const outer = spine[i] as Concrete;
    const sign = outer.children.find((child) => child.field === 'operator');
    const operator = binaryOperators.get(sign?.type ?? '');
    if (!operator) throw new Unexpected(outer);
    operators.push(operator);
    const right = need(outer, 'right');
    if (right.type === 'binary_operator') flatten(text, right, operands, operators);
    else operands.push({ value: expression(text, right), start: right.start, end: right.end });
  }
}

/** Precedence climbing; only `**` groups to the right. */
function climb(chain: Chain, minimum: number): Operand {
  let left = chain.operands[chain.at] as Operand;
  for (;;) {
    const operator = chain.operators[chain.at];
    if (!operator || operator.precedence < minimum) return left;
    chain.at++;
    const right = climb(chain, operator.op === 'Pow' ? 7 : operator.precedence + 1);
    const { start } = left;
    const { end } = right;
    left = {
      value: {
        kind: 'BinOp',
        span: { start, end },
        left: left.value,
        op: operator.op,
        right: right.value,
      },
      start,
      end,
    };
  }
}

const unaryOperators: Readonly<Record<string, UnaryOperator>> = {
  '-': 'USub',
  '+': 'UAdd',
  '~': 'Invert',
  not: 'Not',
};

export function unary(text: string, node: Concrete): Expression {
  const op = unaryOperators[node.children[0]?.type ?? ''];
  if (!op) throw new Unexpected(node);
  return { kind: 'UnaryOp', span: spanOf(node), op, operand: expression(text, only(node)) };
}

/** `a and b and c` is one node with three values; parentheses keep theirs apart. */
export function boolean(text: string, node: Concrete): Expression {
  const sign = signOf(node);
  const nodes: Concrete[] = [];
  let left = node;
  while (left.type === 'boolean_operator' && signOf(left) === sign) {
    nodes.unshift(need(left, 'right'));
    left = need(left, 'left');
  }
  const op = sign === 'and' ? 'And' : 'Or';
  return hoistStar(expression(text, left), node, 'Load', (first, span): BoolOp => {
    return { kind: 'BoolOp', span, op, values: [first, ...expressions(text, nodes)] };
  });
}

function signOf(node: Concrete): string {
  return node.children.find((child) => child.field === 'operator')?.type ?? '';
}

const compareOperators: ReadonlyMap<string, CompareOperator> = new Map([
  ['==', 'Eq'],
  ['!=', 'NotEq'],
  ['<', 'Lt'],
  ['<=', 'LtE'],
  ['>', 'Gt'],
  ['>=', 'GtE'],
  ['is', 'Is'],
  ['is not', 'IsNot'],
  ['in', 'In'],
  ['not in', 'NotIn'],
]);

export function comparison(text: string, node: Concrete): Expression {
  const [leftmost, ...rest] = node.children;
  if (!leftmost) throw new Unexpected(node);
  const ops: CompareOperator[] = [];
  const comparators: Expression[] = [];
  for (const child of rest) {
    const operator = child.field === 'operators' ? compareOperators.get(child.type) : undefined;
    if (operator) ops.push(operator);
    else if (child.named) comparators.push(expression(text, child));
    else throw new Unexpected(node);
  }
  return hoistStar(expression(text, leftmost), node, 'Load', (left, span) => ({
    kind: 'Compare',
    span,
    left,
    ops,
    comparators,
  }));
}
