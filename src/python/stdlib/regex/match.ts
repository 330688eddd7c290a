// Matches a regular expression by backtracking, on a stack of its own: neither a long text nor a
// pattern that backtracks for ages can exceed JavaScript's stack, and every few thousand steps the
// matcher hands back to the run, which may be over its limits or be stopped.

import type { Interpreter } from '../../evaluate/interpreter.ts';
import { pause, type Pending } from '../../evaluate/pending.ts';
import type { Value } from '../../values/object.ts';
import { Unsupported } from './unsupported.ts';
import {
  isWord,
  widthOf,
  type Assertion,
  type Expression,
  type Node,
  type Test,
} from './syntax.ts';

/** A text by characters: a string where each unit is one. */
export type Characters = string | readonly string[];

export type Instruction =
  | { readonly op: 'test'; readonly test: Test }
  /** Goes on here, and at `other` where that fails. */
  | { readonly op: 'split'; other: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly register: number }
  /** The group has closed, as the last one for now. */
  | { readonly op: 'closed'; readonly index: number }
  /** Leaves a loop whose pass took nothing. */
  | { readonly op: 'progress'; readonly register: number; exit: number }
  | { readonly op: 'assert'; readonly what: Assertion; readonly ascii: boolean }
  | { readonly op: 'back'; readonly index: number; readonly ignoreCase: boolean }
  | {
      readonly op: 'look';
      readonly negative: boolean;
      /** How far behind it begins; null for an atomic group, which takes what it matches. */
      readonly behind: number | null;
      next: number;
    }
  | { readonly op: 'conditional'; readonly index: number; no: number }
  | { readonly op: 'done' };

export interface Machine {
  readonly code: readonly Instruction[];
  /** Two for each group, the whole match first; then those of loops. */
  readonly registers: number;
  /** The register of the group that closed last. */
  readonly lastClosed: number;
}

const CODE_MAX = 200_000;

export function compileExpression(expression: Expression): Machine {
  const code: Instruction[] = [];
  const lastClosed = 2 * (expression.groups + 1);
  let registers = lastClosed + 1;
  const put = <I extends Instruction>(instruction: I): I => {
    if (code.length >= CODE_MAX) throw new Unsupported('regular expressions of this size');
    code.push(instruction);
    return instruction;
  };
  const sub = (item: Node, negative: boolean, behind: number | null): void => {
    const look = put({ op: 'look' as const, negative, behind, next: 0 });
    emit(item);
    put({ op: 'done' });
    look.next = code.length;
  };
  const repeat = (node: Extract<Node, { kind: 'repeat' }>): void => {
    for (let i = 0; i < node.min; i++) emit(node.item);
    if (node.max === Infinity) {
      loop(node.item, node.lazy);
      return;
    }
    const splits: (() => void)[] = [];
    for (let i = node.min; i < node.max; i++) {
      splits.push(branch(node.lazy));
      emit(node.item);
    }
    for (const land of splits) land();
  };
  /** The way on or past what follows; the function says that past is here. */
  const branch = (lazy: boolean): (() => void) => {
    const split = put({ op: 'split' as const, other: 0 });
    if (!lazy) {
      return () => {
        split.other = code.length;
      };
    }
    const jump = put({ op: 'jump' as const, to: 0 });
    split.other = code.length;
    return () => {
      jump.to = code.length;
    };
  };
  const loop = (item: Node, lazy: boolean): void => {
    const start = code.length;
    const land = branch(lazy);
    const [min] = widthOf(item, new Map());
    const register = min === 0 ? registers++ : -1;
    if (register >= 0) put({ op: 'save', register });
    emit(item);
    const progress = register >= 0 ? put({ op: 'progress' as const, register, exit: 0 }) : null;
    put({ op: 'jump', to: start });
    if (progress) progress.exit = code.length;
    land();
  };
  const choice = (options: readonly Node[]): void => {
    const jumps: { to: number }[] = [];
    for (const [i, option] of options.entries()) {
      if (i === options.length - 1) {
        emit(option);
        break;
      }
      const split = put({ op: 'split' as const, other: 0 });
      emit(option);
      jumps.push(put({ op: 'jump' as const, to: 0 }));
      split.other = code.length;
    }
    for (const jump of jumps) jump.to = code.length;
  };
  const emit = (node: Node): void => {
    switch (node.kind) {
      case 'test':
        put({ op: 'test', test: node.test });
        break;
      case 'sequence':
        node.items.forEach(emit);
        break;
      case 'choice':
        choice(node.options);
        break;
      case 'repeat':
        repeat(node);
        break;
      case 'group':
        put({ op: 'save', register: 2 * node.index });
        emit(node.item);
        put({ op: 'save', register: 2 * node.index + 1 });
        put({ op: 'closed', index: node.index });
        break;
      case 'atomic':
        sub(node.item, false, null);
        break;
      case 'look':
        sub(node.item, node.negative, node.behind);
        break;
      case 'back':
        put({ op: 'back', index: node.index, ignoreCase: node.ignoreCase });
        break;
      case 'assert':
        put({ op: 'assert', what: node.what, ascii: node.ascii });
        break;
      case 'conditional': {
        const test = put({ op: 'conditional' as const, index: node.index, no: 0 });
        emit(node.yes);
        const jump = put({ op: 'jump' as const, to: 0 });
        test.no = code.length;
        emit(node.no);
        jump.to = code.length;
      }
    }
  };
  emit(expression.node);
  put({ op: 'done' });
  return { code, registers, lastClosed };
}

export interface Subject {
  readonly text: Characters;
  /** Where the text ends, for the pattern. */
  readonly end: number;
  /** `fullmatch`: only a match to the end is one. */
  readonly whole: boolean;
  /** A match that takes nothing is none. */
  readonly nonEmpty: boolean;
}

const SLICE = 4096;

/** Where groups begin and end, -1 where they took no part; null where there is no match here. */
export function* matchAt(
  vm: Interpreter,
  machine: Machine,
  subject: Subject,
  start: number,
): Generator<Pending, number[] | null, Value> {
  const registers = new Array<number>(machine.registers).fill(-1);
  const end = yield* run(vm, machine, { ...subject, registers }, 0, start);
  if (end < 0) return null;
  registers[0] = start;
  registers[1] = end;
  return registers;
}

type State = Subject & { readonly registers: number[] };

/** Runs from an instruction to its `done`; gives where the text stands then, or -1. */
function* run(
  vm: Interpreter,
  machine: Machine,
  state: State,
  from: number,
  start: number,
): Generator<Pending, number, Value> {
  const { code } = machine;
  const { text, end, registers } = state;
  // Pairs: where to go on and at which character; or ~register and its value before.
  const stack: number[] = [];
  let pc = from;
  let at = start;
  let count = 0;
  for (;;) {
    if (++count >= SLICE) {
      count = 0;
      if (stack.length > 8_000_000) throw new Unsupported('regular expressions that go so deep');
      yield* pause(vm, SLICE / 8);
    }
    const instruction = code[pc] as Instruction;
    let ok = true;
    pc++;
    switch (instruction.op) {
      case 'test':
        ok = at < end && instruction.test(text[at] as string);
        at++;
        break;
      case 'split':
        stack.push(instruction.other, at);
        break;
      case 'jump':
        pc = instruction.to;
        break;
      case 'save':
        stack.push(~instruction.register, registers[instruction.register] as number);
        registers[instruction.register] = at;
        break;
      case 'closed':
        stack.push(~machine.lastClosed, registers[machine.lastClosed] as number);
        registers[machine.lastClosed] = instruction.index;
        break;
      case 'progress':
        if (registers[instruction.register] === at) pc = instruction.exit;
        break;
      case 'assert':
        ok = holds(state, at, instruction.what, instruction.ascii);
        break;
      case 'back': {
        const length = sameAgain(state, at, instruction);
        ok = length >= 0;
        at += length;
        break;
      }
      case 'conditional':
        if ((registers[2 * instruction.index + 1] as number) < 0) pc = instruction.no;
        break;
      case 'look': {
        const begin = at - (instruction.behind ?? 0);
        const before = [...registers];
        const inner = { ...state, whole: false, nonEmpty: false };
        const found = begin < 0 ? -1 : yield* run(vm, machine, inner, pc, begin);
        ok = found >= 0 !== instruction.negative;
        for (const [i, value] of before.entries()) {
          if (registers[i] === value) continue;
          if (ok && !instruction.negative) stack.push(~i, value);
          else registers[i] = value;
        }
        if (instruction.behind === null) at = found;
        pc = instruction.next;
        break;
      }
      case 'done':
        if ((!state.whole || at === end) && !(state.nonEmpty && at === start)) return at;
        ok = false;
    }
    if (ok) continue;
    for (;;) {
      if (stack.length === 0) return -1;
      at = stack.pop() as number;
      pc = stack.pop() as number;
      if (pc >= 0) break;
      registers[~pc] = at;
    }
  }
}

function holds({ text, end }: State, at: number, what: Assertion, ascii: boolean): boolean {
  switch (what) {
    case 'start':
      return at === 0;
    case 'end':
      return at === end;
    case 'lineStart':
      return at === 0 || text[at - 1] === '\n';
    case 'lineEnd':
      return at === end || text[at] === '\n';
    case 'lastLine':
      return at === end || (at === end - 1 && text[at] === '\n');
    case 'word':
    case 'notWord': {
      if (end === 0) return false;
      const before = at > 0 && isWord(text[at - 1] as string, ascii);
      const after = at < end && isWord(text[at] as string, ascii);
      return (before !== after) === (what === 'word');
    }
  }
}

/** How many characters the group's text takes when it stands here again; -1 where it does not. */
function sameAgain(
  { text, end, registers }: State,
  at: number,
  { index, ignoreCase }: { index: number; ignoreCase: boolean },
): number {
  const from = registers[2 * index] as number;
  const to = registers[2 * index + 1] as number;
  if (to < 0 || at + to - from > end) return -1;
  for (let i = 0; i < to - from; i++) {
    const [a, b] = [text[from + i] as string, text[at + i] as string];
    if (a !== b && !(ignoreCase && a.toLowerCase() === b.toLowerCase())) return -1;
  }
  return to - from;
}
