// What a regular expression is once it is parsed, its flags, and the classes of characters that
// escapes name. Characters are strings of one code point.

import { classes } from '../../text/characters.ts';

export const IGNORECASE = 2;
export const LOCALE = 4;
export const MULTILINE = 8;
export const DOTALL = 16;
export const UNICODE = 32;
export const VERBOSE = 64;
export const ASCII = 256;

export type Test = (char: string) => boolean;

export type Assertion = 'start' | 'end' | 'lineStart' | 'lineEnd' | 'lastLine' | 'word' | 'notWord';

export type Node =
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly item: Node;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'group'; readonly index: number; readonly item: Node }
  | { readonly kind: 'atomic'; readonly item: Node }
  | {
      readonly kind: 'look';
      /** How far behind it begins. */
      readonly behind: number;
      readonly negative: boolean;
      readonly item: Node;
    }
  | { readonly kind: 'back'; readonly index: number; readonly ignoreCase: boolean }
  | { readonly kind: 'assert'; readonly what: Assertion; readonly ascii: boolean }
  | { readonly kind: 'conditional'; readonly index: number; readonly yes: Node; readonly no: Node };

export interface Expression {
  readonly node: Node;
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** The pattern is not one: `message` and where, for `re.error`. */
export class PatternError extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

const ASCII_WORD = /^[A-Za-z0-9_]$/;
const ASCII_DIGIT = /^[0-9]$/;
const ASCII_SPACE = /^[ \t-\r]$/;

export function isWord(char: string, ascii: boolean): boolean {
  return ASCII_WORD.test(char) || (!ascii && classes.alnum.test(char));
}

/** `\d`, `\w`, `\s` and their opposites; undefined where the letter names no class. */
export function classOf(letter: string, ascii: boolean): Test | undefined {
  switch (letter) {
    case 'd':
      return (char) => (ascii ? ASCII_DIGIT : classes.decimal).test(char);
    case 's':
      return (char) => (ascii ? ASCII_SPACE : classes.space).test(char);
    case 'w':
      return (char) => isWord(char, ascii);
    case 'D':
    case 'S':
    case 'W': {
      const inner = classOf(letter.toLowerCase(), ascii) as Test;
      return (char) => !inner(char);
    }
    default:
      return undefined;
  }
}

/** A test that does not tell capitals from small letters. */
export function foldedTest(test: Test): Test {
  return (char) => test(char) || test(char.toLowerCase()) || test(char.toUpperCase());
}

/** How many characters the node takes: the least and the most. */
export function widthOf(node: Node, groups: ReadonlyMap<number, Node>): [number, number] {
  switch (node.kind) {
    case 'test':
      return [1, 1];
    case 'sequence': {
      const widths = node.items.map((item) => widthOf(item, groups));
      return [sum(widths.map(([min]) => min)), sum(widths.map(([, max]) => max))];
    }
    case 'choice':
      return either(node.options.map((item) => widthOf(item, groups)));
    case 'repeat': {
      const [min, max] = widthOf(node.item, groups);
      return [min * node.min, max === 0 ? 0 : max * node.max];
    }
    case 'group':
    case 'atomic':
      return widthOf(node.item, groups);
    case 'look':
    case 'assert':
      return [0, 0];
    case 'back': {
      const group = groups.get(node.index);
      return group ? widthOf(group, groups) : [0, Infinity];
    }
    case 'conditional':
      return either([widthOf(node.yes, groups), widthOf(node.no, groups)]);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function either(widths: readonly [number, number][]): [number, number] {
  return [Math.min(...widths.map(([min]) => min)), Math.max(...widths.map(([, max]) => max))];
}
