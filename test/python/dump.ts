// The normal form of a syntax tree, the same text as dump.py writes for CPython's.

import type { ConstantValue, Node } from '../../src/python/syntax.ts';

export function dump(node: Node): string {
  const fields = fieldsOf[node.kind] ?? Object.keys(node).filter((key) => !ours.has(key));
  const record = node as unknown as Readonly<Record<string, unknown>>;
  const written = fields.flatMap((field) => {
    const value = record[field];
    if (node.kind === 'Constant') return [constant(node.value)];
    if (node.kind === 'MatchSingleton') return [keyword(node.value)];
    if (field === 'conversion') return [`conversion=${conversion(value)}`];
    if (value === null || value === undefined) return [];
    return [`${field}=${write(field, value)}`];
  });
  return `${node.kind}(${written.join(', ')})`;
}

/** Where our nodes list their fields in another order than CPython's, or lack one of 3.11's. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  FunctionDef: ['name', 'args', 'body', 'decorator_list', 'returns'],
  AsyncFunctionDef: ['name', 'args', 'body', 'decorator_list', 'returns'],
  ClassDef: ['name', 'bases', 'keywords', 'body', 'decorator_list'],
  IfExp: ['test', 'body', 'orelse'],
  FormattedValue: ['value', 'conversion', 'format_spec'],
};

const ours = new Set(['kind', 'span', 'nameSpan', 'attrSpan']);

/** Fields whose strings are identifiers, not operators or contexts. */
const operators = new Set(['op', 'ops', 'ctx']);

function write(field: string, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(field, item)).join(', ')}]`;
  if (value === null) return 'None';
  if (typeof value === 'string') return operators.has(field) ? `${value}()` : text(value);
  if (field === 'simple' || field === 'is_async') return value ? '0x1' : '0x0';
  if (typeof value === 'number') return `0x${value.toString(16)}`;
  return dump(value as Node);
}

function conversion(letter: unknown): string {
  return letter === null ? '-0x1' : `0x${String(letter).charCodeAt(0).toString(16)}`;
}

function constant(value: ConstantValue): string {
  switch (value.type) {
    case 'str':
      return text(value.value);
    case 'bytes':
      return `b${Buffer.from(value.value).toString('hex')}`;
    case 'int':
      return `0x${value.value.toString(16)}`;
    case 'float':
      return `f${bits(value.value)}`;
    case 'complex':
      return `j${bits(value.imaginary)}`;
    case 'bool':
      return keyword(value.value);
    case 'None':
      return 'None';
    case 'Ellipsis':
      return 'Ellipsis';
  }
}

function keyword(value: boolean | null): string {
  return value === null ? 'None' : value ? 'True' : 'False';
}

/** As Python's json.dumps: everything beyond ASCII escaped by code unit. */
function text(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function bits(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString('hex');
}
