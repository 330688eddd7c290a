// A refused text as the exception that compile() raises.

import type { ParseResult } from '../parse/parse.ts';
import { placeOf } from '../parse/place.ts';
import { Tuple } from '../values/containers.ts';
import { makeException, type ExceptionObject } from '../values/exception.ts';

/** What CPython raises for a file that does not parse. */
export function syntaxError(path: string, parsed: ParseResult): ExceptionObject {
  const error = parsed.errors[0] ?? {
    type: 'SyntaxError',
    message: 'invalid syntax',
    span: { start: 0, end: 0 },
  };
  const { type, message, marking } = error;
  if (marking === 'nowhere') return makeException(type, message);
  const { line, column, endLine, endColumn, source: text } = placeOf(error, parsed);
  // What the compiler refuses after the parser is shown from the file, if there is one.
  const source = marking === undefined && path.startsWith('<') ? null : text;
  const place = [path, line, column, source, endLine, endColumn];
  const exception = makeException(type, message);
  exception.args = new Tuple([message, new Tuple(place)]);
  exception.fields = new Map(
    Object.entries({
      msg: message,
      filename: path,
      lineno: line,
      offset: column,
      text: source,
      end_lineno: endLine,
      end_offset: endColumn,
    }),
  );
  return exception;
}
