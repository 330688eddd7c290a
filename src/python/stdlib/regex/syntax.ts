// What a regular expression is once it is parsed, and its flags.

import type { CharSet, Range } from './charset.ts';

export const TEMPLATE = 1;
export const IGNORECASE = 2;
export const LOCALE = 4;
export const MULTILINE = 8;
export const DOTALL = 16;
export const UNICODE = 32;
export const VERBOSE = 64;
export const DEBUG = 128;
export const ASCII = 256;
/** Those that say what characters are: one of them at a time. */
export const TYPES = ASCII | LOCALE | UNICODE;

export type Assertion =
  | 'start'
  | 'end'
  | 'lineStart'
  | 'lineEnd'
  | 'lastLine'
  | 'word'
  | 'notWord'
  | 'asciiWord'
  | 'notAsciiWord';

export type Greed = 'greedy' | 'lazy' | 'possessive';

export type Node =
  | { readonly kind: 'literal'; readonly code: number }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly item: Node;
      readonly min: number;
      readonly max: number;
      readonly greed: Greed;
    }
  /** A group; one that captures nothing has no index. */
  | { readonly kind: 'group'; readonly index: number | null; readonly item: Node }
  | { readonly kind: 'atomic'; readonly item: Node }
  | {
      readonly kind: 'look';
      readonly behind: boolean;
      readonly negative: boolean;
      readonly item: Node;
    }
  | { readonly kind: 'back'; readonly index: number; readonly ignoreCase: Range | null }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'conditional'; readonly index: number; readonly yes: Node; readonly no: Node };

export interface Expression {
  readonly node: Node;
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly widths: ReadonlyMap<number, Width>;
  /** Notes of what may come to mean something else. */
  readonly warnings: readonly string[];
}

/** How many characters a node takes: the least and the most. */
export type Width = readonly [number, number];

/** The pattern is not one: `message` and where, for `re.error`. */
export class PatternError extends Error {
  readonly position: number | null;
  constructor(message: string, position: number | null) {
    super(message);
    this.position = position;
  }
}

export function widthOf(node: Node, groups: ReadonlyMap<number, Width>): Width {
  switch (node.kind) {
    case 'literal':
    case 'set':
      return [1, 1];
    case 'sequence': {
      const widths = node.items.map((item) => widthOf(item, groups));
      return [sum(widths.map(([min]) => min)), sum(widths.map(([, max]) => max))];
    }
    case 'choice':
      return either(node.options.map((item) => widthOf(item, groups)));
    case 'repeat': {
      const [min, max] = widthOf(node.item, groups);
      return [min * node.min, max === 0 || node.max === 0 ? 0 : max * node.max];
    }
    case 'group':
    case 'atomic':
      return widthOf(node.item, groups);
    case 'look':
    case 'assert':
      return [0, 0];
    case 'back':
      return groups.get(node.index) ?? [0, Infinity];
    case 'conditional':
      return either([widthOf(node.yes, groups), widthOf(node.no, groups)]);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function either(widths: readonly Width[]): Width {
  return [Math.min(...widths.map(([min]) => min)), Math.max(...widths.map(([, max]) => max))];
}
