// Exception groups: making, splitting and printing them.
//
// https://docs.python.org/3.11/library/exceptions.html#exception-groups

import { attribute, classMethods, methods, staticMethods } from '../native.ts';
import { typeName } from '../evaluate/attributes.ts';
import { call } from '../evaluate/call.ts';
import type { Interpreter } from '../evaluate/interpreter.ts';
import { wait, type Pending } from '../evaluate/pending.ts';
import { fillGroup, membersOf, splitGroup, type Test } from '../evaluate/groups.ts';
import { collect, truth } from '../evaluate/protocols.ts';
import { genericAlias } from './genericAlias.ts';
import { FunctionObject } from '../values/callable.ts';
import { List, Tuple } from '../values/containers.ts';
import { ExceptionObject, exceptionType, raise } from '../values/exception.ts';
import { PyType, type Value } from '../values/object.ts';

const base = exceptionType('BaseExceptionGroup');
const plain = exceptionType('ExceptionGroup');
const exceptionBase = exceptionType('Exception');

staticMethods(base, {
  *'__new__(cls, /, *args)'(vm, cls: PyType, args: Value[]) {
    if (args.length !== 2) {
      const text = `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`;
      raise('TypeError', text);
    }
    const [message, exceptions] = args as [Value, Value];
    if (typeof message !== 'string') {
      raise(
        'TypeError',
        `BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message)}`,
      );
    }
    if (!(exceptions instanceof List || exceptions instanceof Tuple)) {
      raise('TypeError', 'second argument (exceptions) must be a sequence');
    }
    const members = yield* collect(vm, exceptions);
    if (members.length === 0) {
      raise('ValueError', 'second argument (exceptions) must be a non-empty sequence');
    }
    for (const [i, member] of members.entries()) {
      if (member instanceof ExceptionObject) continue;
      raise('ValueError', `Item ${i} of second argument (exceptions) is not an exception`);
    }
    const all = members.every((member) =>
      (member as ExceptionObject).cls.isSubtypeOf(exceptionBase),
    );
    if (!all && cls === plain) {
      raise('TypeError', 'Cannot nest BaseExceptions in an ExceptionGroup');
    }
    if (!all && cls.isSubtypeOf(exceptionBase)) {
      raise('TypeError', `Cannot nest BaseExceptions in '${cls.name}'`);
    }
    const made = new ExceptionObject(all && cls === base ? plain : cls);
    made.args = new Tuple([message, exceptions]);
    fillGroup(made, message, members);
    return made;
  },
});

methods(base, {
  '__init__(self, /, *args, **kwargs)': (_vm, self: ExceptionObject, args: Value[]) => {
    self.args = new Tuple(args);
    return null;
  },
  '__str__(self, /)': (_vm, self: ExceptionObject) => {
    const count = membersOf(self).length;
    return `${String(self.fields?.get('message') ?? null)} (${count} sub-exception${count === 1 ? '' : 's'})`;
  },
  'derive(self, excs, /)': (vm, self: ExceptionObject, exceptions: Value) =>
    call(vm, base, [self.fields?.get('message') ?? '', exceptions]),
  *'split(self, condition, /)'(vm, self: ExceptionObject, condition: Value) {
    const [match, rest] = yield* splitGroup(vm, self, yield* makeTest(vm, condition));
    return new Tuple([match, rest]);
  },
  *'subgroup(self, condition, /)'(vm, self: ExceptionObject, condition: Value) {
    return (yield* splitGroup(vm, self, yield* makeTest(vm, condition)))[0];
  },
});
const readOnly = (): never => raise('AttributeError', 'readonly attribute');
attribute<ExceptionObject>(
  base,
  'message',
  (_vm, self) => self.fields?.get('message') ?? null,
  readOnly,
);
attribute<ExceptionObject>(
  base,
  'exceptions',
  (_vm, self) => self.fields?.get('exceptions') ?? new Tuple([]),
  readOnly,
);
classMethods(base, {
  '__class_getitem__(cls, item, /)': (_vm, cls: PyType, item: Value) => genericAlias(cls, item),
});

function* makeTest(vm: Interpreter, condition: Value): Generator<Pending, Test, Value> {
  const types = condition instanceof Tuple ? condition.items : [condition];
  if (types.every((type) => isExceptionClass(type))) {
    return function* (exception) {
      return types.some((type) => exception.cls.isSubtypeOf(type as PyType));
    };
  }
  if (!(condition instanceof FunctionObject)) {
    raise('TypeError', 'expected a function, exception type or tuple of exception types');
  }
  return function* (exception) {
    return (yield* wait(truth(vm, yield* wait(call(vm, condition, [exception]))))) === true;
  };
}

function isExceptionClass(value: Value): boolean {
  return value instanceof PyType && value.isSubtypeOf(exceptionType('BaseException'));
}
