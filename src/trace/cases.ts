// The cases of a program: outermost calls of modules whose class the program defines, made by its
// driver code. Equal calls from one place are one case with a count.

import type { Span } from '../base/span.ts';
import { Frame } from '../python/evaluate/frame.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Pending } from '../python/evaluate/pending.ts';
import { FunctionObject } from '../python/values/callable.ts';
import type { PyObject, PyType, Value } from '../python/values/object.ts';
import { isModule } from '../torch/module.ts';
import { takeWrites } from '../torch/force.ts';
import { torchState, type ModuleObserver } from '../torch/state.ts';
import { TensorObject } from '../torch/tensor.ts';
import type { Value as GraphValue } from '../graph/graph.ts';
import type { Case, Printed, Seen } from './facts.ts';
import { isUserClass, type ModuleBook } from './modules.ts';
import { seen, shapeKey } from './seen.ts';

/** How many cases are kept; further calls run without one. */
export const CASES_MAX = 50;

type CaseDraft = { -readonly [Key in keyof Case]: Case[Key] };

/** The tensors that a case gave, for who computes its numbers. */
export interface CaseOutputs {
  readonly index: number;
  readonly values: readonly { readonly name: string; readonly value: GraphValue }[];
  /** What the program has written to storages on the way, and nobody computed yet. */
  readonly writes: readonly GraphValue[];
}

export interface CaseRecorderOptions {
  readonly modules: ModuleBook;
  isUserFile(path: string): boolean;
  /** The name in the `class` statement around a method. */
  classNameSpan(path: string, method: Span): Span | null;
  /** A case's call begins. */
  onEnter?(index: number): void;
  /** A case's call has ended without an exception: told for its first call. */
  onOutput?(outputs: CaseOutputs): void;
}

interface OpenCall {
  readonly module: PyObject;
  readonly index: number | null;
  /** Modules called inside it that have not returned. */
  depth: number;
  readonly isFirst: boolean;
}

export class CaseRecorder implements ModuleObserver {
  readonly cases: CaseDraft[] = [];
  readonly printed: Printed[] = [];
  readonly #options: CaseRecorderOptions;
  readonly #byKey = new Map<string, CaseDraft>();
  #open: OpenCall | null = null;
  /** The case whose call came last. */
  #latest: number | null = null;

  constructor(options: CaseRecorderOptions) {
    this.#options = options;
  }

  /** The case that runs now. */
  get current(): number | null {
    return this.#open?.index ?? null;
  }

  /** The case that printed text belongs to. */
  get latest(): number | null {
    return this.#latest;
  }

  enter(
    vm: Interpreter,
    module: PyObject,
    args: readonly Value[],
    keywords: ReadonlyMap<string, Value> | null,
  ): void {
    if (this.#open) {
      this.#open.depth++;
      return;
    }
    if (!isUserClass(module.cls)) return;
    const caller = vm.currentFrame();
    if (!caller || !this.#options.isUserFile(caller.code.path) || isConstructing(vm)) return;
    const [found, isFirst] = this.#caseOf(module, caller, [...args, ...(keywords?.values() ?? [])]);
    this.#open = { module, index: found?.index ?? null, depth: 0, isFirst };
    if (!found) return;
    this.#latest = found.index;
    this.#options.onEnter?.(found.index);
  }

  leave(vm: Interpreter, module: PyObject, result: Value | undefined): void {
    const open = this.#open;
    if (!open) return;
    if (open.depth > 0) {
      open.depth--;
      return;
    }
    if (open.module !== module) return;
    this.#open = null;
    const found = open.index === null ? undefined : this.cases[open.index];
    if (!found || !open.isFirst) return;
    if (result === undefined) return;
    found.output = seen(result, this.#options.modules.seen);
    if (!this.#options.onOutput) return;
    const writes = takeWrites(torchState(vm));
    this.#options.onOutput({ index: found.index, values: outputTensors(result), writes });
  }

  /** An exception ended the call of the case that is open, or that was open last. */
  failed(index: number, message: string): void {
    const found = this.cases[index];
    if (found) found.error = message;
  }

  write(text: string, stream: Printed['stream']): void {
    const last = this.printed.at(-1);
    if (last?.stream === stream && last.caseIndex === this.#latest) {
      this.printed[this.printed.length - 1] = { ...last, text: last.text + text };
    } else {
      this.printed.push({ text, stream, caseIndex: this.#latest });
    }
  }

  #caseOf(module: PyObject, caller: Frame, args: readonly Value[]): [CaseDraft | null, boolean] {
    const inputs = args.map((value) => seen(value, this.#options.modules.seen));
    const constructed = this.#options.modules.constructed(module);
    const callSpan = caller.code.spanAt(Math.max(0, caller.pc / 2 - 1));
    const { path } = caller.code;
    const key = [path, callSpan.start, constructed, ...inputs.map(inputKey)].join('\n');
    const known = this.#byKey.get(key);
    if (known) {
      known.count++;
      return [known, false];
    }
    if (this.cases.length >= CASES_MAX) return [null, false];
    const made: CaseDraft = {
      index: this.cases.length,
      className: module.cls.name,
      constructed,
      path,
      callSpan,
      definition: this.#definition(module.cls),
      inputs,
      output: null,
      error: null,
      count: 1,
    };
    this.cases.push(made);
    this.#byKey.set(key, made);
    return [made, true];
  }

  #definition(cls: PyType): Case['definition'] {
    const method = ownMethod(cls, this.#options);
    if (!method) return null;
    const { path, span } = method.code;
    const name = this.#options.classNameSpan(path, span);
    if (!name) return null;
    const forward = cls.lookup('forward');
    const here = forward instanceof FunctionObject && forward.code.path === path;
    return { path, name, forward: here ? forward.code.span : null };
  }
}

function inputKey(input: Seen): string {
  return input.type === 'other' ? input.className : shapeKey(input);
}

/** A method that the class statement itself holds. */
function ownMethod(
  cls: PyType,
  { isUserFile }: Pick<CaseRecorderOptions, 'isUserFile'>,
): FunctionObject | null {
  for (const value of cls.dict.values.values()) {
    if (value instanceof FunctionObject && isUserFile(value.code.path)) return value;
  }
  return null;
}

/** A call that a module makes while it is constructed is no driver's. */
function isConstructing(vm: Interpreter): boolean {
  for (let work: Pending | null = vm.top; work !== null; work = work.back) {
    if (work instanceof Frame && work.code.name === '__init__' && isModule(work.slots[0])) {
      return true;
    }
  }
  return false;
}

/** The tensors of a result with their places: `output[0]`, `output['logits']`. */
function outputTensors(result: Value): CaseOutputs['values'] {
  const found: { name: string; value: GraphValue }[] = [];
  collect(result, 'output', 0, found);
  const [only, another] = found;
  return only && !another ? [{ ...only, name: '' }] : found;
}

function collect(
  value: Value,
  name: string,
  depth: number,
  found: { name: string; value: GraphValue }[],
): void {
  if (value instanceof TensorObject) {
    if (found.length < 64) found.push({ name, value: value.value() });
    return;
  }
  if (depth >= 6 || value === null || typeof value !== 'object') return;
  if ('items' in value && Array.isArray(value.items)) {
    value.items.forEach((item: Value, i) => collect(item, `${name}[${i}]`, depth + 1, found));
  } else if ('entries' in value && 'values' in value) {
    for (const [key, item] of (
      value as PyObject & { entries(): Iterable<[Value, Value]> }
    ).entries()) {
      collect(
        item,
        `${name}[${typeof key === 'string' ? `'${key}'` : String(key)}]`,
        depth + 1,
        found,
      );
    }
  }
}
