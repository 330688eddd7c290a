// Exceptions as values, their class hierarchy, and the JavaScript throwable that carries one.
// How they print is in builtins/exceptions.ts and evaluate/traceback.ts.

import { builtinType, PyObject, types, type PyType, type Value } from './object.ts';
import { Tuple } from './containers.ts';
import type { Span } from '../../base/span.ts';
import type { Frame } from '../evaluate/frame.ts';

export const tracebackType = builtinType('traceback');

/** Where a frame stood when an exception passed, before those of the frames that it had called. */
export class TraceEntry extends PyObject {
  readonly frame: Frame;
  readonly span: Span;
  next: TraceEntry | null;
  /** The line, where the program gave one of its own. */
  line: number | null = null;

  constructor(frame: Frame, span: Span, next: TraceEntry | null) {
    super(tracebackType);
    this.frame = frame;
    this.span = span;
    this.next = next;
  }

  get path(): string {
    return this.frame.code.path;
  }

  get functionName(): string {
    return this.frame.code.name;
  }
}

export class ExceptionObject extends PyObject {
  args: Tuple = new Tuple([]);
  cause: Value = null;
  context: Value = null;
  suppressContext = false;
  /** As the frames unwind, the outermost entry is added last and stands first. */
  traceback: TraceEntry | null = null;
  /** The value of a StopIteration, the code of a SystemExit, fields of OSError and the like. */
  fields: Map<string, Value> | null = null;
}

/** The entries of a traceback, the innermost last. */
export function entriesOf(traceback: TraceEntry | null): TraceEntry[] {
  const entries: TraceEntry[] = [];
  for (let entry = traceback; entry !== null; entry = entry.next) entries.push(entry);
  return entries;
}

/** What JavaScript throws for a Python exception. Not an Error: no stack is captured. */
export class PyError {
  readonly value: ExceptionObject;
  constructor(value: ExceptionObject) {
    this.value = value;
  }
}

const allocate = (cls: PyType): PyObject => new ExceptionObject(cls);

// https://docs.python.org/3.11/library/exceptions.html#exception-hierarchy
const HIERARCHY = `
BaseException
  BaseExceptionGroup
  GeneratorExit
  KeyboardInterrupt
  SystemExit
  Exception
    ArithmeticError
      FloatingPointError
      OverflowError
      ZeroDivisionError
    AssertionError
    AttributeError
    BufferError
    EOFError
    ImportError
      ModuleNotFoundError
    LookupError
      IndexError
      KeyError
    MemoryError
    NameError
      UnboundLocalError
    OSError
      BlockingIOError
      ChildProcessError
      ConnectionError
        BrokenPipeError
        ConnectionAbortedError
        ConnectionRefusedError
        ConnectionResetError
      FileExistsError
      FileNotFoundError
      InterruptedError
      IsADirectoryError
      NotADirectoryError
      PermissionError
      ProcessLookupError
      TimeoutError
    ReferenceError
    RuntimeError
      NotImplementedError
      RecursionError
    StopAsyncIteration
    StopIteration
    SyntaxError
      IndentationError
        TabError
    SystemError
    TypeError
    ValueError
      UnicodeError
        UnicodeDecodeError
        UnicodeEncodeError
        UnicodeTranslateError
    Warning
      BytesWarning
      DeprecationWarning
      EncodingWarning
      FutureWarning
      ImportWarning
      PendingDeprecationWarning
      ResourceWarning
      RuntimeWarning
      SyntaxWarning
      UnicodeWarning
      UserWarning
`;

export const exceptionNames: readonly string[] = (() => {
  const path: PyType[] = [];
  const names: string[] = [];
  for (const line of HIERARCHY.trim().split('\n')) {
    const name = line.trim();
    const depth = (line.length - line.trimStart().length) / 2;
    const parent = path[depth - 1];
    path.length = depth;
    path.push(builtinType(name, parent ? [parent] : undefined, allocate));
    names.push(name);
  }
  const group = builtinType('ExceptionGroup', [exceptionType('BaseExceptionGroup')], allocate);
  const exception = exceptionType('Exception');
  group.bases = [exceptionType('BaseExceptionGroup'), exception];
  group.mro = [
    group,
    exceptionType('BaseExceptionGroup'),
    exception,
    ...exceptionType('BaseException').mro,
  ];
  return [...names, 'ExceptionGroup'];
})();

export function exceptionType(name: string): PyType {
  return types[name] as PyType;
}

/** Makes an exception of a built-in class. */
export function makeException(name: string, ...args: Value[]): ExceptionObject {
  const exception = new ExceptionObject(exceptionType(name));
  exception.args = new Tuple(args);
  return exception;
}

/** Raises a built-in exception: `raise('TypeError', 'message')`. */
export function raise(name: string, ...args: Value[]): never {
  throw new PyError(makeException(name, ...args));
}

/** An AttributeError or NameError with the fields that CPython gives it. */
export function raiseWithFields(
  name: string,
  message: string,
  fields: Record<string, Value>,
): never {
  const exception = makeException(name, message);
  exception.fields = new Map(Object.entries(fields));
  throw new PyError(exception);
}
