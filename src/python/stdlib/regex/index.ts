// `_sre`: what `re` is made of that is not Python. Patterns are compiled here; their methods are in
// searching.ts.

import type { Interpreter } from '../../evaluate/interpreter.ts';
import { typeName } from '../../evaluate/attributes.ts';
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
import { templateOf } from './searching.ts';
import { textOf } from './subject.ts';
import { PatternError } from './syntax.ts';
import { UnknownGroup } from './template.ts';
import { Unsupported } from './unsupported.ts';

export const sre: BuiltinModule = {
  name: '_sre',
  build: () => ({ Pattern: patternType, Match: matchType, compile, template, MAGIC: 20220615 }),
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
    if (error instanceof UnknownGroup) raise('IndexError', `unknown group name '${error.group}'`);
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

/** None where the template fits to the pattern, or what is wrong with it and where. */
const template = native(
  'template(pattern, text, /)',
  (vm: Interpreter, pattern: Pattern, text: Value) => {
    if (isUnknown(text) || isUnknown(pattern)) return null;
    if (textOf(text) === null && !(text instanceof Bytes)) {
      return raise(
        'TypeError',
        `decoding to str: need a bytes-like object, ${typeName(text)} found`,
      );
    }
    return guarded(vm, () => (templateOf(pattern, text), null));
  },
);
