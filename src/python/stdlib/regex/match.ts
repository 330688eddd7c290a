// Matches a regular expression by backtracking, on a stack of its own: neither a long text nor a
// pattern that backtracks for ages can exceed JavaScript's stack. After some thousands of steps the
// matcher pauses, so that the run can look at its limits or be stopped, and goes on when asked.

import { classOf, lowered, type CharSet } from './charset.ts';
import * as op from './compile.ts';
import { assertions, type Machine } from './compile.ts';

/** A text by characters: a string where each unit is one, else its code points. */
export type Characters = string | Uint32Array;

export const FAILED = -1;
export const PAUSED = -2;

const STEPS = 20_000;
/** Numbers on the stack: some 240 MB. */
const STACK_MAX = 30_000_000;

// What stands on the stack: a word with the kind in its lowest bits, and two more.
const CHOICE = 0; // instruction, where
const UNDO = 1; // register, its value
const GREEDY = 2; // instruction, where, least
const LAZY = 3; // instruction, where, most
const LOOKING = 4; // instruction, where

const unicodeWord = classOf('w', 'unicode') as CharSet;
const asciiWord = classOf('w', 'ascii') as CharSet;

export class StackFull extends Error {}

export class Matcher {
  readonly #machine: Machine;
  #text: Characters = '';
  #end = 0;
  /** Only a match that ends at the end is one. */
  #whole = false;
  /** A match that takes nothing here is none; -1 where it is one everywhere. */
  notEmptyAt = -1;
  readonly registers: number[];
  readonly #stack: number[] = [];
  #sp = 0;
  /** Where looks around began: the stack's height and the character. */
  readonly #frames: number[] = [];
  #pc = 0;
  #at = 0;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.registers = new Array<number>(machine.registers).fill(-1);
  }

  /** What is searched from now on, up to an end. */
  search(text: Characters, end: number, whole: boolean): void {
    this.#text = text;
    this.#end = end;
    this.#whole = whole;
    this.notEmptyAt = -1;
  }

  /** Lets go of what was searched. */
  rest(): void {
    this.#text = '';
    if (this.#stack.length > 4096) this.#stack.length = 0;
  }

  /** Prepares for a match that begins here. */
  begin(at: number): void {
    const { registers } = this;
    for (let i = 0; i < registers.length; i++) registers[i] = -1;
    registers[0] = at;
    this.#frames.length = 0;
    this.#sp = this.#pc = 0;
    this.#at = at;
  }

  /** The first place from here where a match may begin; past the end where there is none. */
  candidate(from: number): number {
    const { anchored, prefix, first } = this.#machine;
    const text = this.#text;
    if (anchored && from > 0) return this.#end + 1;
    if (prefix !== '' && typeof text === 'string') {
      const at = text.indexOf(prefix, from);
      return at < 0 || at + prefix.length > this.#end ? this.#end + 1 : at;
    }
    if (first === null) return from;
    let at = from;
    const end = this.#end;
    if (typeof text === 'string') while (at < end && !first.has(text.charCodeAt(at))) at++;
    else while (at < end && !first.has(text[at] as number)) at++;
    return at < end ? at : end + 1;
  }

  #push(word: number, a: number, b: number): void {
    const stack = this.#stack;
    const sp = this.#sp;
    if (sp > STACK_MAX) throw new StackFull();
    stack[sp] = word;
    stack[sp + 1] = a;
    stack[sp + 2] = b;
    this.#sp = sp + 3;
  }

  #save(register: number, value: number): void {
    this.#push((register << 3) | UNDO, this.registers[register] as number, 0);
    this.registers[register] = value;
  }

  /** Where the match ends, FAILED, or PAUSED: then it goes on when it is called again. */
  resume(): number {
    const { code, sets } = this.#machine;
    const text = this.#text;
    const end = this.#end;
    const { registers } = this;
    let pc = this.#pc;
    let at = this.#at;
    let steps = STEPS;
    for (;;) {
      if (--steps < 0) {
        this.#pc = pc;
        this.#at = at;
        return PAUSED;
      }
      let ok = true;
      switch (code[pc]) {
        case op.CHAR:
          ok =
            at < end &&
            (typeof text === 'string' ? text.charCodeAt(at) : text[at]) === code[pc + 1];
          at++;
          pc += 2;
          break;
        case op.SET:
          ok =
            at < end &&
            (sets[code[pc + 1] as number] as CharSet).has(
              typeof text === 'string' ? text.charCodeAt(at) : (text[at] as number),
            );
          at++;
          pc += 2;
          break;
        case op.SPLIT:
          this.#push(((code[pc + 1] as number) << 3) | CHOICE, at, 0);
          pc += 2;
          break;
        case op.SPLIT_BACK:
          this.#push(((pc + 2) << 3) | CHOICE, at, 0);
          pc = code[pc + 1] as number;
          break;
        case op.JUMP:
          pc = code[pc + 1] as number;
          break;
        case op.SAVE:
          this.#save(code[pc + 1] as number, at);
          pc += 2;
          break;
        case op.CLOSED:
          this.#save(this.#machine.lastClosed, code[pc + 1] as number);
          pc += 2;
          break;
        case op.ASSERT:
          ok = this.#holds(at, code[pc + 1] as number);
          pc += 2;
          break;
        case op.BACK: {
          const length = this.#sameAgain(at, code[pc + 1] as number, code[pc + 2] as number);
          ok = length >= 0;
          at += length;
          steps -= length;
          pc += 3;
          break;
        }
        case op.CONDITION:
          pc =
            (registers[2 * (code[pc + 1] as number) + 1] as number) < 0
              ? (code[pc + 2] as number)
              : pc + 3;
          break;
        case op.REPEAT:
        case op.REPEAT_LAZY:
        case op.REPEAT_ALL: {
          const min = code[pc + 2] as number;
          const lazy = code[pc] === op.REPEAT_LAZY;
          const most = lazy ? min : (code[pc + 3] as number);
          let stop = this.#run(sets[code[pc + 1] as number] as CharSet, at, most);
          steps -= (stop - at) >> 3;
          if (stop - at < min) {
            ok = false;
          } else if (lazy) {
            const max = Math.min(end, at + (code[pc + 3] as number));
            if (stop < max) this.#push((pc << 3) | LAZY, stop, max);
            at = stop;
            pc += 4;
          } else if (code[pc] === op.REPEAT_ALL) {
            at = stop;
            pc += 4;
          } else {
            const follows = code[pc + 4] as number;
            if (follows >= 0) stop = this.#backTo(follows, stop, at + min);
            if (stop < at + min) {
              ok = false;
              break;
            }
            if (stop > at + min) this.#push((pc << 3) | GREEDY, stop, at + min);
            at = stop;
            pc += 5;
          }
          break;
        }
        case op.LOOP_INIT:
          this.#save(code[pc + 1] as number, 0);
          this.#save((code[pc + 1] as number) + 1, -1);
          pc += 2;
          break;
        case op.LOOP: {
          const counter = code[pc + 1] as number;
          const count = registers[counter] as number;
          const exit = code[pc + 5] as number;
          if (count < (code[pc + 2] as number)) pc += 6;
          else if (count >= (code[pc + 3] as number) || registers[counter + 1] === at) pc = exit;
          else if (code[pc + 4] === 1) {
            this.#push(((pc + 6) << 3) | CHOICE, at, 0);
            pc = exit;
          } else {
            this.#push((exit << 3) | CHOICE, at, 0);
            pc += 6;
          }
          break;
        }
        case op.LOOP_ENTER: {
          const counter = code[pc + 1] as number;
          const count = registers[counter] as number;
          if (count >= (code[pc + 2] as number)) this.#save(counter + 1, at);
          this.#save(counter, count + 1);
          pc += 3;
          break;
        }
        case op.LOOK: {
          const behind = code[pc + 2] as number;
          if (at - behind < 0) {
            ok = code[pc + 1] === op.NEGATIVE;
            pc = code[pc + 3] as number;
            break;
          }
          this.#frames.push(this.#sp, at);
          this.#push((pc << 3) | LOOKING, at, 0);
          at -= behind;
          pc += 4;
          break;
        }
        case op.LOOK_END: {
          const kind = code[pc + 1] as number;
          const from = this.#frames.pop() as number;
          const height = this.#frames.pop() as number;
          if (kind === op.NEGATIVE) {
            this.#unwind(height);
            ok = false;
            break;
          }
          this.#cut(height);
          if (kind === op.AHEAD) at = from;
          pc = code[pc + 2] as number;
          break;
        }
        case op.DONE:
          if ((!this.#whole || at === end) && this.notEmptyAt !== at) {
            registers[1] = at;
            return at;
          }
          ok = false;
          break;
        default:
          ok = false;
      }
      if (ok) continue;
      // Back to the last choice.
      for (;;) {
        if (this.#sp === 0) return FAILED;
        this.#sp -= 3;
        const stack = this.#stack;
        const word = stack[this.#sp] as number;
        const a = stack[this.#sp + 1] as number;
        const target = word >> 3;
        const kind = word & 7;
        if (kind === UNDO) {
          registers[target] = a;
          continue;
        }
        if (kind === CHOICE) {
          pc = target;
          at = a;
          break;
        }
        if (kind === GREEDY) {
          const least = stack[this.#sp + 2] as number;
          at = a - 1;
          const follows = code[target + 4] as number;
          if (follows >= 0) {
            at = this.#backTo(follows, at, least);
            steps -= (a - at) >> 3;
            if (at < least) continue;
          }
          if (at > least) {
            stack[this.#sp + 1] = at;
            this.#sp += 3;
          }
          pc = target + 5;
          break;
        }
        if (kind === LAZY) {
          const most = stack[this.#sp + 2] as number;
          const next = typeof text === 'string' ? text.charCodeAt(a) : (text[a] as number);
          if (a >= most || !(sets[code[target + 1] as number] as CharSet).has(next)) continue;
          at = a + 1;
          if (at < most) {
            stack[this.#sp + 1] = at;
            this.#sp += 3;
          }
          pc = target + 4;
          break;
        }
        // Nothing of what a look wants is there.
        this.#frames.length -= 2;
        if (code[target + 1] === op.NEGATIVE) {
          at = a;
          pc = code[target + 3] as number;
          break;
        }
      }
    }
  }

  /** Past the last of the characters from here that are in the set, `most` of them at most. */
  #run(set: CharSet, from: number, most: number): number {
    const text = this.#text;
    const stop = Math.min(this.#end, from + most);
    let at = from;
    if (typeof text === 'string') while (at < stop && set.has(text.charCodeAt(at))) at++;
    else while (at < stop && set.has(text[at] as number)) at++;
    return at;
  }

  /** The last place not behind `from` where the character stands; before `least` there is none. */
  #backTo(code: number, from: number, least: number): number {
    let at = Math.min(from, this.#end - 1);
    while (at >= least && this.#code(at) !== code) at--;
    return at;
  }

  /** Takes back everything down to a height of the stack. */
  #unwind(height: number): void {
    while (this.#sp > height) {
      this.#sp -= 3;
      const word = this.#stack[this.#sp] as number;
      if ((word & 7) === UNDO) this.registers[word >> 3] = this.#stack[this.#sp + 1] as number;
    }
  }

  /** Forgets the choices down to a height, but not what is to be taken back. */
  #cut(height: number): void {
    let kept = height;
    for (let i = height; i < this.#sp; i += 3) {
      if (((this.#stack[i] as number) & 7) !== UNDO) continue;
      this.#stack.copyWithin(kept, i, i + 3);
      kept += 3;
    }
    this.#sp = kept;
  }

  #code(at: number): number {
    const text = this.#text;
    return typeof text === 'string' ? text.charCodeAt(at) : (text[at] as number);
  }

  #holds(at: number, what: number): boolean {
    const end = this.#end;
    switch (assertions[what]) {
      case 'start':
        return at === 0;
      case 'end':
        return at === end;
      case 'lineStart':
        return at === 0 || this.#code(at - 1) === 10;
      case 'lineEnd':
        return at === end || this.#code(at) === 10;
      case 'lastLine':
        return at === end || (at === end - 1 && this.#code(at) === 10);
      case 'word':
        return this.#boundary(at, unicodeWord);
      case 'asciiWord':
        return this.#boundary(at, asciiWord);
      case 'notWord':
        return end > 0 && !this.#boundary(at, unicodeWord);
      case 'notAsciiWord':
        return end > 0 && !this.#boundary(at, asciiWord);
      default:
        return false;
    }
  }

  #boundary(at: number, word: CharSet): boolean {
    const before = at > 0 && word.has(this.#code(at - 1));
    const after = at < this.#end && word.has(this.#code(at));
    return before !== after;
  }

  /** How many characters a group's text takes when it stands here again; -1 where it does not. */
  #sameAgain(at: number, group: number, cases: number): number {
    const from = this.registers[2 * group] as number;
    const to = this.registers[2 * group + 1] as number;
    if (from < 0 || to < 0 || at + to - from > this.#end) return -1;
    const range = cases === 1 ? 'unicode' : 'ascii';
    for (let i = 0; i < to - from; i++) {
      const a = this.#code(from + i);
      const b = this.#code(at + i);
      if (a !== b && (cases === 0 || lowered(a, range) !== lowered(b, range))) return -1;
    }
    return to - from;
  }
}
