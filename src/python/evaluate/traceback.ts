// What CPython 3.11 prints to stderr for an exception that leaves the program: the calls that led
// there with their source lines, the message, notes, and the exceptions that it was raised from.

import { LineIndex } from '../../base/span.ts';
import { List, Tuple } from '../values/containers.ts';
import {
  entriesOf,
  ExceptionObject,
  exceptionType,
  PyError,
  type TraceEntry,
} from '../values/exception.ts';
import { intOf } from '../values/integers.ts';
import type { Value } from '../values/object.ts';
import { findAttribute } from './attributes.ts';
import { finishNow } from './call.ts';
import { carets } from './carets.ts';
import { isGroup, membersOf } from './groups.ts';
import type { Interpreter } from './interpreter.ts';
import { repr, str } from './protocols.ts';
import { suggestion } from './suggestions.ts';

export interface TracebackOptions {
  /** The text of a file, as it was when it was loaded; null where it is not known. */
  sourceOf(path: string): string | null;
}

/**
 * The whole text, with its last line end. Without options the text of files is asked for from
 * `vm.extensions`' function 'sourceOf', else read from the host.
 */
export function formatTraceback(
  vm: Interpreter,
  exception: ExceptionObject,
  options: TracebackOptions = sourcesOf(vm),
): string {
  const context: Context = {
    vm,
    options,
    depth: 0,
    needsClose: false,
    seen: new Set(),
    files: new Map(),
  };
  return formatChain(context, exception).join('');
}

/** Where the texts of the run's files come from. */
export function sourcesOf(vm: Interpreter): TracebackOptions {
  const known = vm.extensions.get('sourceOf') as TracebackOptions['sourceOf'] | undefined;
  if (known) return { sourceOf: known };
  return {
    sourceOf: (path) => {
      const bytes = vm.host.readFile(path);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    },
  };
}

interface Context {
  readonly vm: Interpreter;
  readonly options: TracebackOptions;
  /** How many exception groups are open around what is printed. */
  depth: number;
  needsClose: boolean;
  readonly seen: Set<ExceptionObject>;
  readonly files: Map<string, { text: string; lines: LineIndex } | null>;
}

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';
const GROUP_WIDTH_MAX = 15;
const GROUP_DEPTH_MAX = 10;

/** An exception after those that it was raised from. */
function formatChain(context: Context, exception: ExceptionObject): string[] {
  const parts: string[] = [];
  context.seen.add(exception);
  const { cause } = exception;
  const before = exception.suppressContext ? null : exception.context;
  if (cause instanceof ExceptionObject) {
    if (!context.seen.has(cause))
      parts.push(...formatChain(context, cause), indented(context, CAUSE));
  } else if (before instanceof ExceptionObject && !context.seen.has(before)) {
    parts.push(...formatChain(context, before), indented(context, CONTEXT));
  }
  if (isGroup(exception)) parts.push(...formatGroup(context, exception, membersOf(exception)));
  else parts.push(...formatOne(context, exception));
  return parts;
}

/** The lines with the margin of the open groups before each. */
function indented(context: Context, text: string, margin = '|'): string {
  if (context.depth === 0) return text;
  const prefix = `${' '.repeat(context.depth * 2)}${margin} `;
  return text.replace(/^(?=[^])/gm, prefix);
}

function formatOne(context: Context, exception: ExceptionObject): string[] {
  const { traceback } = exception;
  const title = traceback === null ? '' : 'Traceback (most recent call last):\n';
  const head = indented(context, title + formatEntries(context, entriesOf(traceback)));
  return [head, formatMessage(context, exception)];
}

function formatGroup(
  context: Context,
  exception: ExceptionObject,
  members: readonly Value[],
): string[] {
  if (context.depth > GROUP_DEPTH_MAX) {
    return [indented(context, `... (max_group_depth is ${GROUP_DEPTH_MAX})\n`)];
  }
  const isOutermost = context.depth === 0;
  if (isOutermost) context.depth++;
  const parts: string[] = [];
  const entries = entriesOf(exception.traceback);
  if (entries.length > 0) {
    const head = 'Exception Group Traceback (most recent call last):\n';
    parts.push(indented(context, head, isOutermost ? '+' : '|'));
    parts.push(indented(context, formatEntries(context, entries)));
  }
  parts.push(formatMessage(context, exception));
  parts.push(...formatMembers(context, members));
  if (isOutermost) context.depth = 0;
  return parts;
}

function formatMembers(context: Context, members: readonly Value[]): string[] {
  const parts: string[] = [];
  const shown = Math.min(members.length, GROUP_WIDTH_MAX + 1);
  context.needsClose = false;
  for (let i = 0; i < shown; i++) {
    const isLast = i === shown - 1;
    // A group within the last member closes this one's frame too.
    if (isLast) context.needsClose = true;
    const indent = ' '.repeat(context.depth * 2);
    const title = i < GROUP_WIDTH_MAX ? String(i + 1) : '...';
    parts.push(`${indent}${i === 0 ? '+-' : '  '}+---------------- ${title} ----------------\n`);
    context.depth++;
    const member = members[i];
    if (i >= GROUP_WIDTH_MAX) {
      const more = members.length - GROUP_WIDTH_MAX;
      parts.push(indented(context, `and ${more} more exception${more > 1 ? 's' : ''}\n`));
    } else if (member instanceof ExceptionObject) {
      parts.push(...formatChain(context, member));
    }
    if (isLast && context.needsClose) {
      parts.push(`${' '.repeat(context.depth * 2)}+------------------------------------\n`);
      context.needsClose = false;
    }
    context.depth--;
  }
  return parts;
}

/** How often a line is shown before repetitions are only counted. */
const REPEATED_MAX = 3;
/** How many of the innermost calls are shown. */
const ENTRIES_MAX = 1000;

function formatEntries(context: Context, trace: readonly TraceEntry[]): string {
  let text = '';
  let last = '';
  let count = 0;
  for (const entry of trace.slice(-ENTRIES_MAX)) {
    const place = placeOf(context, entry);
    const key = `${entry.path}\0${place.line}\0${entry.functionName}`;
    if (key !== last) {
      text += repetition(count);
      last = key;
      count = 0;
    }
    count++;
    if (count <= REPEATED_MAX) text += formatEntry(entry, place);
  }
  return text + repetition(count);
}

function repetition(count: number): string {
  const more = count - REPEATED_MAX;
  if (more <= 0) return '';
  return `  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]\n`;
}

interface Place {
  /** One-based; 0 where the text is not known. */
  readonly line: number;
  readonly text: string | null;
  readonly start: number;
  readonly end: number;
  readonly continues: boolean;
}

function placeOf(context: Context, entry: TraceEntry): Place {
  const file = fileOf(context, entry.path);
  if (file === null) {
    const line = entry.frame.code.lineAt(entry.span.start) + 1;
    return { line, text: null, start: 0, end: 0, continues: false };
  }
  const { lines, text } = file;
  const line = lines.lineAt(entry.span.start);
  const lineStart = lines.lineStart(line);
  const lineText = text.slice(lineStart, lines.lineStart(line + 1)).replace(/\r?\n$|\r$/, '');
  const points = (offset: number): number => [...text.slice(lineStart, offset)].length;
  const continues = lines.lineAt(entry.span.end) !== line;
  return {
    line: line + 1,
    text: lineText,
    start: points(entry.span.start),
    end: continues ? lineText.length : points(entry.span.end),
    continues,
  };
}

function fileOf(context: Context, path: string): { text: string; lines: LineIndex } | null {
  const known = context.files.get(path);
  if (known !== undefined) return known;
  const text = context.options.sourceOf(path);
  const file = text === null ? null : { text, lines: new LineIndex(text) };
  context.files.set(path, file);
  return file;
}

const INDENT = 4;

function formatEntry(entry: TraceEntry, place: Place): string {
  const head = `  File "${entry.path}", line ${place.line}, in ${entry.functionName}\n`;
  if (place.text === null || place.text.trim() === '') return head;
  const shown = `${' '.repeat(INDENT)}${place.text.replace(/^[ \t\f]+/, '')}\n`;
  const markers = carets(place.text, place, INDENT);
  return head + shown + (markers === null ? '' : `${markers}\n`);
}

/** The class and message, the place of a SyntaxError before it, and notes after it. */
function formatMessage(context: Context, exception: ExceptionObject): string {
  const { vm } = context;
  const isSyntaxError = exception.cls.isSubtypeOf(exceptionType('SyntaxError'));
  const place = isSyntaxError ? syntaxPlace(vm, exception) : '';
  const shown = place !== '' ? field(vm, exception, 'msg') : exception;
  const message = text(vm, shown);
  const head =
    className(exception) + (message === '' ? '' : `: ${message}`) + suggestion(vm, exception);
  const margin = context.depth === 0 ? '' : `${' '.repeat(context.depth * 2)}| `;
  // The margin stands before the first line of the place and of the message alone.
  const first = place.indexOf('\n') + 1;
  const where = indented(context, place.slice(0, first)) + place.slice(first);
  // CPython has only the message of a SyntaxError left when it comes to the notes.
  const after = place === '' ? indented(context, notes(vm, exception)) : '';
  return `${where}${margin}${head}\n${after}`;
}

function className(exception: ExceptionObject): string {
  const { module, qualname } = exception.cls;
  const own = exception.cls.dict.values.get('__module__') ?? module;
  if (own === 'builtins' || own === '__main__') return qualname;
  return typeof own === 'string' ? `${own}.${qualname}` : `<unknown>.${qualname}`;
}

function text(vm: Interpreter, value: Value): string {
  try {
    return finishNow(vm, str(vm, value)) as string;
  } catch (error) {
    if (error instanceof PyError) return '<exception str() failed>';
    throw error;
  }
}

function notes(vm: Interpreter, exception: ExceptionObject): string {
  const given = exception.getAttr('__notes__');
  if (given === undefined || given === null) return '';
  if (!(given instanceof List || given instanceof Tuple))
    return `${String(finishNow(vm, repr(vm, given)))}\n`;
  return given.items
    .map((note) => (typeof note === 'string' ? note : noteText(vm, note)))
    .map((note) => `${note.replace(/\n$/, '')}\n`)
    .join('');
}

function noteText(vm: Interpreter, note: Value): string {
  const shown = text(vm, note);
  return shown === '<exception str() failed>' ? '<note str() failed>' : shown;
}

function field(vm: Interpreter, exception: ExceptionObject, name: string): Value {
  const found = findAttribute(vm, exception, name);
  return found === undefined ? null : finishNow(vm, found);
}

/** The file, line and markers of a SyntaxError; empty where it has none. */
function syntaxPlace(vm: Interpreter, exception: ExceptionObject): string {
  const line = intOf(field(vm, exception, 'lineno'));
  if (line === undefined) return '';
  const file = field(vm, exception, 'filename');
  const head = `  File "${typeof file === 'string' ? file : '<string>'}", line ${line}\n`;
  const source = field(vm, exception, 'text');
  if (typeof source !== 'string') return head;
  const shown = source.replace(/\n+$/, '').replace(/^[ \n\t\f]+/, '');
  const offset = Number(intOf(field(vm, exception, 'offset')) ?? 0);
  const body = `${head}    ${shown}\n`;
  if (offset < 1) return body;
  const removed = [...source.replace(/\n+$/, '')].length - [...shown].length;
  const givenEnd = Number(intOf(field(vm, exception, 'end_offset')) ?? 0);
  const endLine = intOf(field(vm, exception, 'end_lineno')) ?? line;
  const end =
    endLine === line && givenEnd > offset
      ? Math.min(givenEnd, [...source].length + 1)
      : endLine === line
        ? offset + 1
        : [...source].length;
  const column = Math.min(offset - 1 - removed, [...shown].length);
  if (column < 0) return body;
  return `${body}    ${' '.repeat(column)}${'^'.repeat(Math.max(1, end - offset))}\n`;
}
