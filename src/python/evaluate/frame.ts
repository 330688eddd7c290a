// A call in progress: the slots of its variables, with the operand stack above them, and where it
// stands in its code. A frame is plain data, so that generators, suspension and forks can keep,
// copy and resume it.

import { PyObject, builtinType, type Dict, type PyType, type Value } from '../values/object.ts';
import { Cell, type FunctionObject } from '../values/callable.ts';
import type { ExceptionObject } from '../values/exception.ts';
import type { Code } from './code.ts';
import { Pending, type Result } from './pending.ts';

/** What becomes of the result of the work that an instruction waits for. */
export const Delivery = { Push: 0, Discard: 1, TestKept: 2, Again: 3 } as const;

export class Frame extends Pending {
  readonly code: Code;
  readonly globals: Dict;
  /** The namespace of a module or class body; null in functions. */
  readonly locals: Dict | null;
  /** Variables, then the operand stack. */
  slots: (Value | undefined)[];
  sp: number;
  pc = 0;
  cells: Cell[];
  /** The exception that an `except` or `finally` of this frame is handling. */
  handled: ExceptionObject | null = null;
  /** What is made of the value that the frame returns, before whoever waits gets it. */
  after: ((value: Value) => Result) | null = null;
  generator: Generator | null = null;
  delivery: number = Delivery.Push;
  /** Where it was when an exception was last handled in it. */
  declare raisedAt?: number;
  /** Completed passes of each loop, where a live trace counts them. */
  passes: number[] | null = null;
  readonly func: FunctionObject | null;

  constructor(code: Code, globals: Dict, locals: Dict | null, func: FunctionObject | null) {
    super();
    code.prepare?.();
    this.code = code;
    this.globals = globals;
    this.locals = locals;
    this.func = func;
    this.sp = code.slotNames.length;
    // As large as frames of this code became before, so that pushing operands does not grow it.
    this.slots = new Array<Value | undefined>(Math.max(this.sp, code.frameSize));
    this.cells = noCells;
  }

  /** Makes the frame's own cells and takes over the closure's. Parameters must be in place. */
  openCells(closure: readonly Cell[]): void {
    const { cellParameters } = this.code;
    if (cellParameters.length === 0 && closure.length === 0) return;
    const cells: Cell[] = [];
    for (const parameter of cellParameters) {
      cells.push(new Cell(parameter < 0 ? undefined : this.slots[parameter]));
    }
    this.cells = cells.concat(closure);
  }

  cellName(index: number): string {
    const { cellNames, freeNames } = this.code;
    return cellNames[index] ?? (freeNames[index - cellNames.length] as string);
  }
}

const noCells: Cell[] = [];

export const generatorType = builtinType('generator');
export const coroutineType = builtinType('coroutine');
export const asyncGeneratorType = builtinType('async_generator');

/** A generator or coroutine: a frame that is not on the stack most of the time. */
export class Generator extends PyObject {
  readonly frame: Frame;
  name: string;
  qualname: string;
  state: 'created' | 'suspended' | 'running' | 'closed' = 'created';
  /** Whether its end is delivered as the mark DONE rather than raised as StopIteration. */
  endsQuietly = false;
  /** Nobody knows how many items it has. */
  inDoubt = false;

  constructor(frame: Frame, cls: PyType) {
    super(cls);
    this.frame = frame;
    this.name = frame.func?.name ?? frame.code.name;
    this.qualname = frame.func?.qualname ?? frame.code.qualname;
    frame.generator = this;
  }

  snapshot(): () => void {
    const { frame, state } = this;
    const { sp, pc, handled } = frame;
    const slots = frame.slots.slice();
    return () => {
      this.state = state;
      Object.assign(frame, { sp, pc, handled });
      frame.slots = slots;
    };
  }
}
