// Tokens to expressions. What stands between brackets is in displays.ts, calls are in arguments.ts,
// parameters in parameters.ts, literals in literals.ts.
//
// https://docs.python.org/3.13/reference/expressions.html

import { startsExpression } from '../check/expressions.ts';
import type {
  Attribute,
  CompareOperator,
  Expression,
  ExpressionContext,
  Lambda,
  Name,
  Operator,
  Subscript,
  UnaryOperator,
} from '../syntax.ts';
import { callArguments } from './arguments.ts';
import { braces, brackets, parentheses, subscript } from './displays.ts';
import { constant, strings } from './literals.ts';
import { numberOf } from './numbers.ts';
import { parameters } from './parameters.ts';
import type { Reader } from './reader.ts';

/** `a, *b` */
export function starExpressions(r: Reader): Expression {
  const { start } = r;
  const first = starExpression(r);
  if (!r.is(',')) return first;
  const elts = [first];
  while (r.take(',')) {
    if (!startsExpression(r.type)) break;
    elts.push(starExpression(r));
  }
  return { kind: 'Tuple', span: r.spanFrom(start), elts, ctx: 'Load' };
}

/** Where `yield` may stand without parentheses. */
export function valueOrYield(r: Reader): Expression {
  return r.is('yield') ? yieldExpression(r) : starExpressions(r);
}

export function starExpression(r: Reader): Expression {
  return r.is('*') ? starred(r, operand) : expression(r);
}

/** An element of a list, a set or a tuple. */
export function starNamedExpression(r: Reader): Expression {
  return r.is('*') ? starred(r, operand) : namedExpression(r);
}

export function starred(r: Reader, rule: (r: Reader) => Expression): Expression {
  const { start } = r;
  r.advance();
  const value = rule(r);
  return { kind: 'Starred', span: r.spanFrom(start), value, ctx: 'Load' };
}

/** `name := value`, or an expression. */
export function namedExpression(r: Reader): Expression {
  if (!r.is('NAME') || r.next !== ':=') return expression(r);
  const { start } = r;
  const target = name(r, 'Store');
  r.advance();
  const value = expression(r);
  return { kind: 'NamedExpr', span: r.spanFrom(start), target, value };
}

export function name(r: Reader, ctx: ExpressionContext = 'Load'): Name {
  const { start } = r;
  const id = r.identifier();
  return { kind: 'Name', span: r.spanFrom(start), id, ctx };
}

/** A condition, `a if b else c`, or a lambda. */
export function expression(r: Reader): Expression {
  if (r.is('lambda')) return lambda(r);
  const { start } = r;
  const body = disjunction(r);
  if (!r.take('if')) return body;
  const test = disjunction(r);
  r.expect('else');
  const orelse = expression(r);
  return { kind: 'IfExp', span: r.spanFrom(start), test, body, orelse };
}

function lambda(r: Reader): Lambda {
  const { start } = r;
  r.advance();
  const args = parameters(r, ':');
  r.expect(':');
  const body = expression(r);
  return { kind: 'Lambda', span: r.spanFrom(start), args, body };
}

export function disjunction(r: Reader): Expression {
  const { start } = r;
  const first = conjunction(r);
  if (!r.is('or')) return first;
  const values = [first];
  while (r.take('or')) values.push(conjunction(r));
  return { kind: 'BoolOp', span: r.spanFrom(start), op: 'Or', values };
}

function conjunction(r: Reader): Expression {
  const { start } = r;
  const first = inversion(r);
  if (!r.is('and')) return first;
  const values = [first];
  while (r.take('and')) values.push(inversion(r));
  return { kind: 'BoolOp', span: r.spanFrom(start), op: 'And', values };
}

function inversion(r: Reader): Expression {
  return r.is('not') ? unary(r, 'not', 'Not', comparison) : comparison(r);
}

/** One or more of the sign, in a loop: there can be many. */
function unary(
  r: Reader,
  sign: string,
  op: UnaryOperator,
  rule: (r: Reader) => Expression,
): Expression {
  const starts: number[] = [];
  while (r.is(sign)) {
    starts.push(r.start);
    r.advance();
  }
  let value = rule(r);
  for (let i = starts.length - 1; i >= 0; i--) {
    value = { kind: 'UnaryOp', span: r.spanFrom(starts[i] as number), op, operand: value };
  }
  return value;
}

function comparison(r: Reader): Expression {
  const { start } = r;
  const left = operand(r);
  let op = compareOperator(r);
  if (!op) return left;
  const ops: CompareOperator[] = [];
  const comparators: Expression[] = [];
  while (op) {
    ops.push(op);
    comparators.push(operand(r));
    op = compareOperator(r);
  }
  return { kind: 'Compare', span: r.spanFrom(start), left, ops, comparators };
}

const compareOperators: ReadonlyMap<string, CompareOperator> = new Map([
  ['==', 'Eq'],
  ['!=', 'NotEq'],
  ['<', 'Lt'],
  ['<=', 'LtE'],
  ['>', 'Gt'],
  ['>=', 'GtE'],
  ['in', 'In'],
]);

function compareOperator(r: Reader): CompareOperator | undefined {
  switch (r.type) {
    case 'is':
      r.advance();
      return r.take('not') ? 'IsNot' : 'Is';
    case 'not':
      if (r.next !== 'in') return undefined;
      r.advance();
      r.advance();
      return 'NotIn';
    default: {
      const op = compareOperators.get(r.type);
      if (op) r.advance();
      return op;
    }
  }
}

interface BinaryOperator {
  readonly op: Operator;
  readonly precedence: number;
}

/** All but `**`, which binds tighter than a sign before it. */
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
]);

/** The operator that a sign such as `+=` names. */
export function augmentedOperator(sign: string): Operator | undefined {
  if (!sign.endsWith('=')) return undefined;
  const plain = sign.slice(0, -1);
  return plain === '**' ? 'Pow' : binaryOperators.get(plain)?.op;
}

/** Arithmetic and bitwise operators. */
export function operand(r: Reader): Expression {
  return binary(r, 1);
}

/** Precedence climbing. */
function binary(r: Reader, minimum: number): Expression {
  const { start } = r;
  let left = factor(r);
  for (;;) {
    const operator = binaryOperators.get(r.type);
    if (!operator || operator.precedence < minimum) return left;
    r.advance();
    const right = binary(r, operator.precedence + 1);
    left = { kind: 'BinOp', span: r.spanFrom(start), left, op: operator.op, right };
  }
}

function factor(r: Reader): Expression {
  switch (r.type) {
    case '-':
      return unary(r, '-', 'USub', factor);
    case '+':
      return unary(r, '+', 'UAdd', factor);
    case '~':
      return unary(r, '~', 'Invert', factor);
    default:
      return power(r);
  }
}

function power(r: Reader): Expression {
  const { start } = r;
  const left = r.is('await') ? awaited(r) : primary(r);
  if (!r.take('**')) return left;
  const right = factor(r);
  return { kind: 'BinOp', span: r.spanFrom(start), left, op: 'Pow', right };
}

function awaited(r: Reader): Expression {
  const { start } = r;
  r.advance();
  const value = primary(r);
  return { kind: 'Await', span: r.spanFrom(start), value };
}

function primary(r: Reader): Expression {
  const { start } = r;
  let value = atom(r);
  for (;;) {
    switch (r.type) {
      case '.':
        value = attribute(r, value, start);
        break;
      case '(': {
        r.advance();
        const { args, keywords } = callArguments(r);
        value = { kind: 'Call', span: r.spanFrom(start), func: value, args, keywords };
        break;
      }
      case '[':
        value = subscripted(r, value, start);
        break;
      default:
        return value;
    }
  }
}

/** `.name` behind a value that begins at `start`. */
export function attribute(r: Reader, value: Expression, start: number): Attribute {
  r.advance();
  const first = r.start;
  const attr = r.identifier();
  const attrSpan = r.spanFrom(first);
  return { kind: 'Attribute', span: r.spanFrom(start), value, attr, attrSpan, ctx: 'Load' };
}

function subscripted(r: Reader, value: Expression, start: number): Subscript {
  r.advance();
  const slice = subscript(r);
  return { kind: 'Subscript', span: r.spanFrom(start), value, slice, ctx: 'Load' };
}

function atom(r: Reader): Expression {
  const { start } = r;
  switch (r.type) {
    case 'NAME':
      return name(r);
    case 'NUMBER': {
      const value = numberOf(r.word());
      r.advance();
      return constant(r.spanFrom(start), value);
    }
    case 'STRING':
      return strings(r);
    case '(':
      return parentheses(r);
    case '[':
      return brackets(r);
    case '{':
      return braces(r);
    case 'None':
      r.advance();
      return constant(r.spanFrom(start), { type: 'None' });
    case '...':
      r.advance();
      return constant(r.spanFrom(start), { type: 'Ellipsis' });
    case 'True':
      r.advance();
      return constant(r.spanFrom(start), { type: 'bool', value: true });
    default:
      r.expect('False');
      return constant(r.spanFrom(start), { type: 'bool', value: false });
  }
}

export function yieldExpression(r: Reader): Expression {
  const { start } = r;
  r.advance();
  if (r.take('from')) {
    const value = expression(r);
    return { kind: 'YieldFrom', span: r.spanFrom(start), value };
  }
  const value = startsExpression(r.type) ? starExpressions(r) : null;
  return { kind: 'Yield', span: r.spanFrom(start), value };
}

/** Makes what was read as a value the target of an assignment, or of `del`. */
export function asTarget<T extends Expression>(e: T, ctx: 'Store' | 'Del' = 'Store'): T {
  switch (e.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      setContext(e, ctx);
      break;
    case 'Starred':
      setContext(e, ctx);
      asTarget(e.value, ctx);
      break;
    case 'List':
    case 'Tuple':
      setContext(e, ctx);
      for (const element of e.elts) asTarget(element, ctx);
      break;
    default:
    // The grammar has accepted it; what stands between brackets keeps its own context.
  }
  return e;
}

/** The tree is nobody else's yet. */
function setContext(e: { ctx: ExpressionContext }, ctx: ExpressionContext): void {
  e.ctx = ctx;
}
