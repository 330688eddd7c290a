// `_string`: the parts of a format string, for `string.Formatter`.

import { iteratorMethods } from '../builtins/iterators.ts';
import { typeName } from '../evaluate/attributes.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { DONE } from '../evaluate/pending.ts';
import type { BuiltinModule } from '../imports.ts';
import { native } from '../native.ts';
import { parseFormatString, splitFieldName } from '../text/formatString.ts';
import { Tuple } from '../values/containers.ts';
import { raise } from '../values/exception.ts';
import { StepIterator } from '../values/iterator.ts';
import { StrObject } from '../values/numbers.ts';
import { builtinType, type Value } from '../values/object.ts';

const formatterIteratorType = builtinType('formatteriterator');
const fieldNameIteratorType = builtinType('fieldnameiterator');
for (const type of [formatterIteratorType, fieldNameIteratorType]) {
  type.module = '_string';
  iteratorMethods(type);
}

export const stringParts: BuiltinModule = {
  name: '_string',
  build: () => ({
    formatter_parser: native('formatter_parser(text, /)', (_vm: Interpreter, value: Value) => {
      const pieces = parseFormatString(textOf(value));
      return new StepIterator(formatterIteratorType, () => {
        const { done, value: piece } = pieces.next();
        if (done) return DONE;
        const { literal, field } = piece;
        if (field === null) return new Tuple([literal, null, null, null]);
        return new Tuple([literal, field.name, field.spec, field.conversion]);
      });
    }),
    formatter_field_name_split: native(
      'formatter_field_name_split(text, /)',
      (_vm: Interpreter, value: Value) => {
        const { first, rest } = splitFieldName(textOf(value));
        const parts = rest[Symbol.iterator]();
        const steps = new StepIterator(fieldNameIteratorType, () => {
          const { done, value: step } = parts.next();
          if (done) return DONE;
          return step.kind === 'attribute'
            ? new Tuple([true, step.name])
            : new Tuple([false, step.key]);
        });
        return new Tuple([/^\d+$/.test(first) ? Number(first) : first, steps]);
      },
    ),
  }),
};

function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof StrObject) return value.value;
  return raise('TypeError', `expected str, got ${typeName(value)}`);
}
