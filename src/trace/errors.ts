// What an exception that leaves the program is to others: a diagnostic with the calls that led there,
// CPython's traceback, or an exit code.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { intValue, NamedInt } from '../base/origin.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { finishNow } from '../python/evaluate/call.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { str } from '../python/evaluate/protocols.ts';
import { formatTraceback } from '../python/evaluate/traceback.ts';
import {
  exceptionType,
  PyError,
  type ExceptionObject,
  entriesOf,
  type TraceEntry,
} from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import type { Sources } from './sources.ts';

export interface Surroundings {
  readonly vm: Interpreter;
  readonly sources: Sources;
  /** The program's own file. */
  readonly path: string;
}

/** The exception at the innermost place that is in a file of the program. */
export function errorDiagnostic(
  { vm, sources, path }: Surroundings,
  exception: ExceptionObject,
): Diagnostic {
  const type = exception.cls.name;
  const message = messageOf(vm, exception);
  const entries = entriesOf(exception.traceback).filter((entry) => sources.isUserFile(entry.path));
  const innermost = entries.at(-1);
  if (!innermost) {
    const place = syntaxPlace(sources, exception) ?? { path, span: { start: 0, end: 0 } };
    return { severity: 'error', ...place, type, message };
  }
  const callPath = entries.slice(0, -1).map((entry) => {
    const { path, functionName: name } = entry;
    return { path, span: headOf(sources, entry), name };
  });
  const span = headOf(sources, innermost);
  return { severity: 'error', path: innermost.path, span, type, message, callPath };
}

/** An error at a compound statement is shown at its first line: the header is what raised. */
function headOf(sources: Sources, { path, span }: TraceEntry): Span {
  const text = sources.parsed.get(path)?.text ?? '';
  const shown = text.slice(span.start, span.end);
  if (!/^(for|while|if|elif|with|async|class)\b/.test(shown)) return span;
  const [header = ''] = shown.split(/\r?\n|\r/, 1);
  return { start: span.start, end: span.start + header.trimEnd().length };
}

/** `str(exception)`; a SyntaxError's without its place. */
export function messageOf(vm: Interpreter, exception: ExceptionObject): string {
  const own = exception.fields?.get('msg');
  if (exception.cls.isSubtypeOf(exceptionType('SyntaxError')) && typeof own === 'string')
    return own;
  return text(vm, exception);
}

function text(vm: Interpreter, value: Value): string {
  try {
    const result = finishNow(vm, str(vm, value));
    return typeof result === 'string' ? result : '';
  } catch (error) {
    if (error instanceof PyError) return `<exception str() failed>`;
    throw error;
  }
}

/** Where a file that was to be loaded does not parse. */
function syntaxPlace(
  sources: Sources,
  exception: ExceptionObject,
): Pick<Diagnostic, 'path' | 'span'> | null {
  const path = exception.fields?.get('filename');
  if (typeof path !== 'string') return null;
  const broken = sources.broken(path);
  return broken && { path, span: broken };
}

/** What CPython prints for an exception that nobody caught. */
export function tracebackText({ vm }: Surroundings, exception: ExceptionObject): string {
  return formatTraceback(vm, exception);
}

export function isSystemExit(exception: ExceptionObject): boolean {
  return exception.cls.isSubtypeOf(exceptionType('SystemExit'));
}

/** The exit code, and what is printed to stderr where the argument is no number. */
export function exitOf(
  vm: Interpreter,
  exception: ExceptionObject,
): { readonly code: number; readonly message: string | null } {
  const code = exception.fields?.get('code') ?? exception.args.items[0] ?? null;
  if (code === null) return { code: 0, message: null };
  if (typeof code === 'boolean') return { code: Number(code), message: null };
  if (typeof code === 'number') return { code: code & 255, message: null };
  if (code instanceof NamedInt) return { code: intValue(code) & 255, message: null };
  if (typeof code === 'bigint') return { code: Number(code & 255n), message: null };
  return { code: 1, message: typeName(code) === 'str' ? String(code) : text(vm, code) };
}
