// Code as text, so that what one process made of a source another need not make again. A line holds
// the instructions of one code object; the header of a nested one stands among the constants of the
// one around it. A line is read when its code is first called.

import {
  Code,
  type CallShape,
  type CodeKind,
  type HandlerRange,
  type Loop,
  type Unread,
} from '../evaluate/code.ts';
import { Bytes } from '../values/containers.ts';
import { Complex, ellipsis, Float } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { lowerRead, type ReadContext } from './lower.ts';

/** Text for `thaw`. Functions that were not read are not read now either. */
export function freeze(module: Code): string {
  const lines: string[] = [''];
  const header = frozenHeader(module, lines);
  lines[0] = JSON.stringify(header);
  return lines.join('\n');
}

/** What a text is thawed with: the source that it was made of. */
export type Thawing = Omit<ReadContext, keyof Unread>;

/** The code that `freeze` was given. Throws where the text is not one of its texts. */
export function thaw(frozen: string, options: Thawing): Code {
  const lines = frozen.split('\n');
  return thawedHeader(JSON.parse(lines[0] as string) as Header, lines, options);
}

type Header = readonly [
  kind: CodeKind,
  name: string,
  qualname: string,
  start: number,
  end: number,
  firstLine: number,
  doc: string | null,
  counts: readonly [positionalOnly: number, positional: number, keywordOnly: number],
  flags: readonly [varArgs: boolean, varKeywords: boolean, simple: boolean],
  generator: Code['generator'],
  slotNames: readonly string[],
  cellNames: readonly string[],
  cellParameters: readonly number[],
  freeNames: readonly string[],
  body: number | Unread,
];

type Body = readonly [
  operations: readonly number[],
  spans: readonly number[],
  constants: readonly Frozen[],
  names: readonly string[],
  callShapes: readonly CallShape[],
  handlers: readonly HandlerRange[],
  loops: readonly Loop[],
  joins: readonly [number, number][],
];

/** A constant: those that JSON has as they are, others behind a letter. */
type Frozen =
  | null
  | boolean
  | string
  | number
  | readonly ['code', Header]
  | readonly ['int' | 'float', string]
  | readonly ['complex', string]
  | readonly ['bytes', readonly number[]]
  | readonly ['...'];

function frozenHeader(code: Code, lines: string[]): Header {
  const body = code.unread ?? frozenBody(code, lines);
  return [
    code.kind,
    code.name,
    code.qualname,
    code.span.start,
    code.span.end,
    code.firstLine,
    code.doc,
    [code.positionalOnlyCount, code.positionalCount, code.keywordOnlyCount],
    [code.hasVarArgs, code.hasVarKeywords, code.simple],
    code.generator,
    code.slotNames,
    code.cellNames,
    code.cellParameters,
    code.freeNames,
    body,
  ];
}

/** Writes the line of a code's instructions, and gives its place. */
function frozenBody(code: Code, lines: string[]): number {
  code.prepare?.();
  const place = lines.push('') - 1;
  const body: Body = [
    [...code.operations],
    steps(code.spans),
    code.constants.map((constant) => frozenConstant(constant, lines)),
    code.names,
    code.callShapes,
    code.handlers,
    code.loops,
    [...code.joins],
  ];
  lines[place] = JSON.stringify(body);
  return place;
}

function frozenConstant(value: Value, lines: string[]): Frozen {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : ['int', `${value}`];
  if (typeof value === 'bigint') return ['int', String(value)];
  if (value instanceof Code) return ['code', frozenHeader(value, lines)];
  if (value instanceof Float) return ['float', floatText(value.value)];
  if (value instanceof Complex) return ['complex', floatText(value.im)];
  if (value instanceof Bytes) return ['bytes', [...value.data]];
  if (value === ellipsis) return ['...'];
  throw new TypeError('no constant of a program');
}

function floatText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function thawedHeader(header: Header, lines: readonly string[], options: Thawing): Code {
  const [kind, name, qualname, start, end, firstLine, doc, counts, flags, generator] = header;
  const [, , , , , , , , , , slotNames, cellNames, cellParameters, freeNames, body] = header;
  const code = new Code(kind, name, qualname, options.path, { start, end });
  code.firstLine = firstLine;
  code.lineAt = options.lineAt;
  code.doc = doc;
  [code.positionalOnlyCount, code.positionalCount, code.keywordOnlyCount] = counts;
  [code.hasVarArgs, code.hasVarKeywords, code.simple] = flags;
  code.generator = generator;
  code.slotNames = [...slotNames];
  code.cellNames = [...cellNames];
  code.cellParameters = [...cellParameters];
  code.freeNames = [...freeNames];
  if (typeof body === 'number') {
    code.prepare = () => {
      code.prepare = null;
      thawBody(code, JSON.parse(lines[body] as string) as Body, lines, options);
    };
    if (kind === 'module' || kind === 'class') code.prepare();
  } else {
    code.unread = body;
    code.prepare = () => {
      lowerRead(code, { ...options, ...body });
    };
  }
  return code;
}

function thawBody(code: Code, body: Body, lines: readonly string[], options: Thawing): void {
  const [operations, spans, constants, names, callShapes, handlers, loops, joins] = body;
  code.operations = Int32Array.from(operations);
  code.sites = new Array<undefined>(operations.length + 1).fill(undefined);
  code.spans = places(spans);
  code.constants = constants.map((constant) => thawedConstant(constant, lines, options));
  code.names = [...names];
  code.callShapes = [...callShapes];
  code.handlers = [...handlers];
  code.loops = [...loops];
  code.joins = new Map(joins);
}

function thawedConstant(frozen: Frozen, lines: readonly string[], options: Thawing): Value {
  if (typeof frozen !== 'object' || frozen === null) return frozen;
  const [kind, what] = frozen;
  switch (kind) {
    case 'code':
      return thawedHeader(what, lines, options);
    case 'int':
      return BigInt(what);
    case 'float':
      return new Float(Number(what));
    case 'complex':
      return new Complex(0, Number(what));
    case 'bytes':
      return new Bytes(Uint8Array.from(what));
    case '...':
      return ellipsis;
  }
}

/** Differences to the place before: most are short. */
function steps(spans: Int32Array): number[] {
  const found: number[] = [];
  let before = 0;
  for (const at of spans) {
    found.push(at - before);
    before = at;
  }
  return found;
}

function places(differences: readonly number[]): Int32Array {
  const found = new Int32Array(differences.length);
  let at = 0;
  for (let i = 0; i < found.length; i++) found[i] = at += differences[i] as number;
  return found;
}
