// `_sre`: what `re` is made of that is not Python. Patterns are compiled here; their methods are in
// searching.ts.

import type { Interpreter } from '../../evaluate/interpreter.ts';
import { index } from '../../evaluate/protocols.ts';
import type { BuiltinModule } from '../../imports.ts';
import { native } from '../../native.ts';
import { latin } from '../../builtins/bytesArguments.ts';
import { Bytes, List, Tuple } from '../../values/containers.ts';
import { raise } from '../../values/exception.ts';
import type { Value } from '../../values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../../values/unknown.ts';
import { compileExpression } from './compile.ts';
import { matchType, Pattern, patternType } from './objects.ts';
import { BadFlags, parseExpression } from './parse.ts';
import './searching.ts';
import { lowered, type Range } from './charset.ts';
import { toUpper } from '../../text/characters.ts';
import { textOf } from './subject.ts';
import { PatternError } from './syntax.ts';
import { Unsupported } from './unsupported.ts';

export const sre: BuiltinModule = {
  name: '_sre',
  build: () => ({
    Pattern: patternType,
    Match: matchType,
    compile,
    not_shown: native('not_shown()', (vm: Interpreter) => vm.unsupported('re.DEBUG')),
    MAGIC: 20220615,
    MAXREPEAT: 4294967295,
    MAXGROUPS: 1073741823,
    ascii_tolower: cases('ascii_tolower', (code) => lowered(code, 'ascii')),
    unicode_tolower: cases('unicode_tolower', (code) => lowered(code, 'unicode')),
    ascii_iscased: cases('ascii_iscased', (code) => isCased(code, 'ascii')),
    unicode_iscased: cases('unicode_iscased', (code) => isCased(code, 'unicode')),
  }),
};

/** `(pattern, warnings)`, or what is wrong with the pattern and where. */
const compile = native(
  'compile(pattern, flags, /)',
  (vm: Interpreter, source: Value, flags: Value) => {
    if (isUnknown(source)) return new Unknown(reasonOf(source), patternType);
    const text = textOf(source);
    if (text === null && !(source instanceof Bytes)) {
      return raise('TypeError', 'first argument must be string or compiled pattern');
    }
    const written = text ?? latin((source as Bytes).data);
    vm.charge(written.length * 16);
    return guarded(vm, () => {
      const expression = parseExpression(written, text !== null, Number(index(vm, flags)));
      const pattern = new Pattern(source, text !== null, expression, compileExpression(expression));
      return new Tuple([pattern, new List([...expression.warnings])]);
    });
  },
);

function guarded(vm: Interpreter, make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (error instanceof PatternError) return new Tuple([error.message, error.position]);
    if (error instanceof BadFlags) return raise('ValueError', error.message);
    if (error instanceof Unsupported) return vm.unsupported(error.what);
    if (error instanceof RangeError && error.message.startsWith('the repetition')) {
      return raise('OverflowError', error.message);
    }
    if (error instanceof RangeError) {
      return raise('RecursionError', 'maximum recursion depth exceeded');
    }
    throw error;
  }
}

function cases(name: string, tell: (code: number) => Value) {
  return native(`${name}(character, /)`, (vm: Interpreter, code: Value) =>
    tell(Number(index(vm, code))),
  );
}

function isCased(code: number, range: Range): boolean {
  const char = String.fromCodePoint(code);
  if (lowered(code, range) !== code) return true;
  return range === 'ascii' ? code >= 97 && code <= 122 : toUpper(char) !== char;
}
