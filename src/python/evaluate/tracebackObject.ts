// The traceback of an exception as a value: what `sys.exc_info()` and `__exit__` get.

import { attribute } from '../native.ts';
import type { ExceptionObject, TraceEntry } from '../values/exception.ts';
import { builtinType, PyObject, type Value } from '../values/object.ts';

export const tracebackType = builtinType('traceback');

export class TracebackObject extends PyObject {
  readonly entries: readonly TraceEntry[];
  constructor(entries: readonly TraceEntry[]) {
    super(tracebackType);
    this.entries = entries;
  }
}

export function makeTraceback(exception: ExceptionObject): Value {
  return exception.trace.length === 0 ? null : new TracebackObject([...exception.trace]);
}

attribute<TracebackObject>(tracebackType, 'tb_next', (_vm, self) =>
  self.entries.length > 1 ? new TracebackObject(self.entries.slice(1)) : null,
);
