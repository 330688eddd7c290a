// An expression as text again: what annotations are under `from __future__ import annotations`.
//
// https://docs.python.org/3.11/reference/simple_stmts.html#future-statements

import type * as ast from '../syntax.ts';
import { floatRepr } from '../text/floatRepr.ts';
import { bytesRepr, strRepr } from '../text/strRepr.ts';

/** How tightly the place binds that an expression stands in; one that binds less gets parentheses. */
const Level = {
  Tuple: 0,
  Test: 1,
  Or: 2,
  And: 3,
  Not: 4,
  Comparison: 5,
  BitOr: 6,
  BitXor: 7,
  BitAnd: 8,
  Shift: 9,
  Arithmetic: 10,
  Term: 11,
  Factor: 12,
  Power: 13,
  Await: 14,
  Atom: 15,
} as const;

export function annotationText(expression: ast.Expression): string {
  return written(expression, Level.Test);
}

const binary: Readonly<Record<ast.Operator, readonly [sign: string, level: number]>> = {
  Add: ['+', Level.Arithmetic],
  Sub: ['-', Level.Arithmetic],
  Mult: ['*', Level.Term],
  MatMult: ['@', Level.Term],
  Div: ['/', Level.Term],
  Mod: ['%', Level.Term],
  FloorDiv: ['//', Level.Term],
  LShift: ['<<', Level.Shift],
  RShift: ['>>', Level.Shift],
  BitOr: ['|', Level.BitOr],
  BitXor: ['^', Level.BitXor],
  BitAnd: ['&', Level.BitAnd],
  Pow: ['**', Level.Power],
};

const comparisons: Readonly<Record<ast.CompareOperator, string>> = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};

function enclosed(text: string, around: number, own: number): string {
  return around > own ? `(${text})` : text;
}

function written(e: ast.Expression, level: number): string {
  switch (e.kind) {
    case 'BoolOp': {
      const own = e.op === 'And' ? Level.And : Level.Or;
      const sign = e.op === 'And' ? ' and ' : ' or ';
      return enclosed(e.values.map((value) => written(value, own + 1)).join(sign), level, own);
    }
    case 'BinOp': {
      const [sign, own] = binary[e.op];
      const right = e.op === 'Pow' ? 0 : 1;
      const text = `${written(e.left, own + 1 - right)} ${sign} ${written(e.right, own + right)}`;
      return enclosed(text, level, own);
    }
    case 'UnaryOp': {
      const own = e.op === 'Not' ? Level.Not : Level.Factor;
      const sign = { Not: 'not ', Invert: '~', UAdd: '+', USub: '-' }[e.op];
      return enclosed(sign + written(e.operand, own), level, own);
    }
    case 'Compare': {
      const rest = e.ops.map((op, i) => {
        const right = written(e.comparators[i] as ast.Expression, Level.Comparison + 1);
        return ` ${comparisons[op]} ${right}`;
      });
      const text = written(e.left, Level.Comparison + 1) + rest.join('');
      return enclosed(text, level, Level.Comparison);
    }
    case 'IfExp': {
      const [body, test] = [e.body, e.test].map((part) => written(part, Level.Test + 1));
      return enclosed(
        `${body} if ${test} else ${written(e.orelse, Level.Test)}`,
        level,
        Level.Test,
      );
    }
    case 'Lambda': {
      const parameters = argumentsText(e.args);
      const head = parameters === '' ? 'lambda' : `lambda ${parameters}`;
      return enclosed(`${head}: ${written(e.body, Level.Test)}`, level, Level.Test);
    }
    case 'NamedExpr':
      return enclosed(`${e.target.id} := ${written(e.value, Level.Atom)}`, level, Level.Tuple);
    case 'Await':
      return enclosed(`await ${written(e.value, Level.Atom)}`, level, Level.Await);
    case 'Tuple':
      return tupleText(e.elts, level);
    case 'Starred':
      return `*${written(e.value, Level.BitOr)}`;
    default:
      return closed(e);
  }
}

/** What never needs parentheses of its own. */
function closed(e: ast.Expression): string {
  switch (e.kind) {
    case 'Name':
      return e.id;
    case 'Constant':
      return constantText(e.value);
    case 'Attribute': {
      const value = written(e.value, Level.Atom);
      const number = e.value.kind === 'Constant' && e.value.value.type === 'int';
      return `${value}${number ? ' ' : ''}.${e.attr}`;
    }
    case 'Subscript':
      return `${written(e.value, Level.Atom)}[${written(e.slice, Level.Tuple)}]`;
    case 'Slice': {
      const part = (bound: ast.Expression | null): string =>
        bound ? written(bound, Level.Test) : '';
      return `${part(e.lower)}:${part(e.upper)}${e.step ? `:${part(e.step)}` : ''}`;
    }
    case 'Call':
      return callText(e);
    case 'List':
      return `[${commas(e.elts)}]`;
    case 'Set':
      return `{${commas(e.elts)}}`;
    case 'Dict':
      return `{${e.keys.map((key, i) => itemText(key, e.values[i] as ast.Expression)).join(', ')}}`;
    case 'ListComp':
      return `[${written(e.elt, Level.Test)}${clausesText(e.generators)}]`;
    case 'SetComp':
      return `{${written(e.elt, Level.Test)}${clausesText(e.generators)}}`;
    case 'GeneratorExp':
      return `(${written(e.elt, Level.Test)}${clausesText(e.generators)})`;
    case 'DictComp':
      return `{${itemText(e.key, e.value)}${clausesText(e.generators)}}`;
    case 'Yield':
      return e.value ? `(yield ${written(e.value, Level.Test)})` : '(yield)';
    case 'YieldFrom':
      return `(yield from ${written(e.value, Level.Test)})`;
    case 'JoinedStr':
      return `f${strRepr(formatText(e))}`;
    case 'FormattedValue':
      return `f${strRepr(fieldText(e))}`;
    default:
      return written(e, Level.Tuple);
  }
}

function commas(items: readonly ast.Expression[]): string {
  return items.map((item) => written(item, Level.Test)).join(', ');
}

function tupleText(items: readonly ast.Expression[], level: number): string {
  if (items.length === 0) return '()';
  return enclosed(items.length === 1 ? `${commas(items)},` : commas(items), level, Level.Tuple);
}

function itemText(key: ast.Expression | null, value: ast.Expression): string {
  if (!key) return `**${written(value, Level.BitOr)}`;
  return `${written(key, Level.Test)}: ${written(value, Level.Test)}`;
}

function clausesText(generators: readonly ast.Comprehension[]): string {
  const clause = ({ target, iter, ifs, is_async }: ast.Comprehension): string => {
    const head = is_async ? ' async for ' : ' for ';
    const source = written(iter, Level.Test + 1);
    const conditions = ifs.map((test) => ` if ${written(test, Level.Test + 1)}`).join('');
    return `${head}${written(target, Level.Tuple)} in ${source}${conditions}`;
  };
  return generators.map(clause).join('');
}

function callText({ func, args, keywords }: ast.Call): string {
  const callee = written(func, Level.Atom);
  const [only] = args;
  if (only?.kind === 'GeneratorExp' && args.length === 1 && keywords.length === 0) {
    return callee + closed(only);
  }
  const named = keywords.map(({ arg, value }) =>
    arg === null ? `**${written(value, Level.Test)}` : `${arg}=${written(value, Level.Test)}`,
  );
  return `${callee}(${[...args.map((arg) => written(arg, Level.Test)), ...named].join(', ')})`;
}

function argumentsText(args: ast.Arguments): string {
  const parts: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  const required = positional.length - args.defaults.length;
  const withDefault = (name: string, value: ast.Expression | null | undefined): string =>
    value ? `${name}=${written(value, Level.Test)}` : name;
  for (const [i, { arg }] of positional.entries()) {
    parts.push(withDefault(arg, args.defaults[i - required]));
    if (i === args.posonlyargs.length - 1) parts.push('/');
  }
  if (args.vararg) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push('*');
  for (const [i, { arg }] of args.kwonlyargs.entries()) {
    parts.push(withDefault(arg, args.kw_defaults[i]));
  }
  if (args.kwarg) parts.push(`**${args.kwarg.arg}`);
  return parts.join(', ');
}

function constantText(value: ast.ConstantValue): string {
  switch (value.type) {
    case 'str':
      return strRepr(value.value);
    case 'bytes':
      return bytesRepr(value.value);
    case 'int':
      return String(value.value);
    case 'float':
      return floatRepr(value.value).replace('inf', '1e309');
    case 'complex':
      return `${floatRepr(value.imaginary).replace('inf', '1e309').replace(/\.0$/, '')}j`;
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'None':
      return 'None';
    case 'Ellipsis':
      return '...';
  }
}

/** The inside of an f-string. */
function formatText({ values }: ast.JoinedStr): string {
  return values
    .map((part) => {
      if (part.kind === 'FormattedValue') return fieldText(part);
      const text = part.kind === 'Constant' && part.value.type === 'str' ? part.value.value : '';
      return text.replaceAll('{', '{{').replaceAll('}', '}}');
    })
    .join('');
}

function fieldText({ value, conversion, format_spec }: ast.FormattedValue): string {
  const inner = written(value, Level.Test + 1);
  const open = inner.startsWith('{') ? '{ ' : '{';
  const specification = format_spec ? `:${formatText(format_spec)}` : '';
  return `${open}${inner}${conversion ? `!${conversion}` : ''}${specification}}`;
}
