// Frames and tracebacks as a program sees them: `sys._getframe()`, `error.__traceback__`.
//
// https://docs.python.org/3.11/reference/datamodel.html#frame-objects

import { typeName } from '../evaluate/attributes.ts';
import {
  asyncGeneratorType,
  coroutineType,
  Frame,
  type Generator,
  generatorType,
} from '../evaluate/frame.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { NativeFrame, wait, type Pending, type Steps } from '../evaluate/pending.ts';
import { attribute, methods, native, staticMethods } from '../native.ts';
import type { NativeFunction } from '../values/callable.ts';
import { raise, TraceEntry, tracebackType } from '../values/exception.ts';
import { builtinType, PyObject, type Dict, type PyType, type Value } from '../values/object.ts';
import { frameLocals } from './scopeFunctions.ts';
import { address } from './object.ts';

export const frameType = builtinType('frame');

class FrameObject extends PyObject {
  readonly frame: Frame;
  /** The dictionary that `f_locals` gives, which stays the same one. */
  locals: Dict | null = null;

  constructor(frame: Frame) {
    super(frameType);
    this.frame = frame;
  }
}

/** One object for each frame, as long as the frame lives. */
const objects = new WeakMap<Frame, FrameObject>();

export function frameObject(frame: Frame): FrameObject {
  let object = objects.get(frame);
  if (!object) objects.set(frame, (object = new FrameObject(frame)));
  return object;
}

function frameBefore(frame: Frame): Frame | null {
  let work: Pending | null = frame.back;
  while (work !== null && !(work instanceof Frame)) work = work.back;
  return work;
}

function lineOf(frame: Frame): number {
  const { start } = frame.code.spanAt(instruction(frame));
  return frame.code.lineAt(start < 0 ? (frame.raisedAt ?? 0) : start) + 1;
}

function instruction(frame: Frame): number {
  return Math.max(0, frame.pc / 2 - 1);
}

attribute<FrameObject>(frameType, 'f_back', (_vm, { frame }) => {
  const before = frameBefore(frame);
  return before && frameObject(before);
});
attribute<FrameObject>(frameType, 'f_code', (_vm, { frame }) => frame.code);
attribute<FrameObject>(frameType, 'f_globals', (_vm, { frame }) => frame.globals);
attribute<FrameObject>(frameType, 'f_builtins', (vm) => vm.builtins);
attribute<FrameObject>(frameType, 'f_lineno', (_vm, { frame }) => lineOf(frame));
attribute<FrameObject>(frameType, 'f_lasti', (_vm, { frame }) => instruction(frame) * 2);
attribute<FrameObject>(frameType, 'f_locals', (_vm, self) => {
  const now = frameLocals(self.frame);
  if (self.frame.locals !== null || self.locals === null) return (self.locals = now);
  self.locals.clear();
  for (const [key, value] of now.entries()) self.locals.set(key, value);
  return self.locals;
});
for (const [name, value] of [
  ['f_trace', null],
  ['f_trace_lines', true],
  ['f_trace_opcodes', false],
] as const) {
  attribute<FrameObject>(frameType, name, () => value);
}
methods(frameType, {
  'clear(self, /)': () => null,
  '__repr__(self, /)': (_vm, self: FrameObject) => {
    const { code } = self.frame;
    const where = `file '${code.path}', line ${lineOf(self.frame)}, code ${code.name}`;
    return `<frame at ${address(self)}, ${where}>`;
  },
});

for (const [type, name] of [
  [generatorType, 'gi_frame'],
  [coroutineType, 'cr_frame'],
  [asyncGeneratorType, 'ag_frame'],
] as const) {
  attribute<Generator>(type, name, (_vm, self) =>
    self.state === 'closed' ? null : frameObject(self.frame),
  );
}

attribute<TraceEntry>(tracebackType, 'tb_frame', (_vm, self) => frameObject(self.frame));
attribute<TraceEntry>(tracebackType, 'tb_lineno', (_vm, { frame, span, line }) => {
  return line ?? frame.code.lineAt(span.start) + 1;
});
attribute<TraceEntry>(tracebackType, 'tb_lasti', (_vm, { frame, span }) => {
  const { spans } = frame.code;
  for (let at = 0; at < spans.length; at += 2) {
    if (spans[at] === span.start && spans[at + 1] === span.end) return at;
  }
  return -1;
});
attribute<TraceEntry>(
  tracebackType,
  'tb_next',
  (_vm, self) => self.next,
  (_vm, self, value) => {
    if (value !== null && !(value instanceof TraceEntry)) {
      raise('TypeError', `expected traceback object, got '${typeName(value)}'`);
    }
    for (let entry = value; entry !== null; entry = entry.next) {
      if (entry === self) raise('ValueError', 'traceback loop detected');
    }
    self.next = value;
    return null;
  },
);
staticMethods(tracebackType, {
  '__new__(cls, /, tb_next, tb_frame, tb_lasti, tb_lineno)': (
    _vm,
    _cls: PyType,
    next: Value,
    frame: Value,
    lasti: Value,
    line: Value,
  ) => {
    if (next !== null && !(next instanceof TraceEntry)) {
      raise('TypeError', `expected traceback object or None, got '${typeName(next)}'`);
    }
    if (!(frame instanceof FrameObject)) {
      const message = `argument 'tb_frame' must be frame, not ${typeName(frame)}`;
      raise('TypeError', `traceback() ${message}`);
    }
    for (const number of [lasti, line]) {
      if (typeof number !== 'number') {
        raise('TypeError', `'${typeName(number)}' object cannot be interpreted as an integer`);
      }
    }
    const at = Math.max(0, Math.floor((lasti as number) / 2));
    const entry = new TraceEntry(frame.frame, frame.frame.code.spanAt(at), next);
    entry.line = line as number;
    return entry;
  },
});

/** `sys._getframe`: runs as work of its own, so that the caller has noted where it stands. */
export function getFrame(): NativeFunction {
  return native('_getframe(depth=0, /)', (vm: Interpreter, depth: Value) => {
    if (typeof depth !== 'number') {
      raise('TypeError', `'${typeName(depth)}' object cannot be interpreted as an integer`);
    }
    return new NativeFrame(frameAt(vm, depth), null);
  });
}

function* frameAt(vm: Interpreter, depth: number): Steps {
  yield* wait(null);
  let frame = vm.currentFrame();
  for (let i = 0; i < depth && frame !== null; i++) frame = frameBefore(frame);
  if (frame === null) return raise('ValueError', 'call stack is not deep enough');
  return frameObject(frame);
}
