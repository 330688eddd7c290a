// Functions of torch that are Python functions there: their arguments are bound with the messages
// of CPython's function calls, not of its built-in functions. What they do is given by their body.

import {
  parseSignature,
  type Keywords,
  type Parameter,
  type Signature,
} from '../python/signature.ts';
import { steps, type Result, type Steps } from '../python/evaluate/pending.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { methodDescriptorType, NativeFunction, nativeType } from '../python/values/callable.ts';
import { raise } from '../python/values/exception.ts';
import { Dict, type PyType, type Value } from '../python/values/object.ts';

/** Gets its arguments in the order of the signature: an array for *args, a Dict for **kwargs. */
export type Body = (vm: Interpreter, ...args: never[]) => Result | Steps;

/** A function of a torch module, `signature` as its `def` line has it. */
export function pythonFunction(signature: string, body: Body, qualname?: string): NativeFunction {
  return make(signature, body, qualname, nativeType);
}

/** Gives a torch class methods that are Python functions. */
export function pythonMethods(type: PyType, table: Record<string, Body>): void {
  for (const [signature, body] of Object.entries(table)) {
    const name = signature.slice(0, signature.indexOf('('));
    const method = make(signature, body, `${type.qualname}.${name}`, methodDescriptorType);
    method.owner = type;
    type.dict.setName(name, method);
  }
}

function make(text: string, body: Body, qualname: string | undefined, cls: PyType): NativeFunction {
  const signature = parseSignature(text);
  const title = qualname ?? signature.name;
  const run = settle(body);
  const wrapped = (vm: Interpreter, args: Value[], keywords: Dict): Result =>
    run(
      vm,
      ...bindLikePython(signature, title, args, keywords.size > 0 ? keywordMap(keywords) : null),
    );
  // It takes anything and binds it by itself; what it says of its parameters is what was declared.
  const anything = parseSignature(`${signature.name}(*args, **kwargs)`);
  return new NativeFunction(
    { ...anything, text },
    wrapped as unknown as NativeFunction['body'],
    cls,
  );
}

function keywordMap(keywords: Dict): Map<string, Value> {
  return keywords.values as Map<string, Value>;
}

const GeneratorFunction = Object.getPrototypeOf(function* () {
  // Only its constructor is of interest.
}).constructor as new () => object;

type Runner = (vm: Interpreter, ...args: unknown[]) => Result;

/** A body that is a generator becomes pending work. */
export function settle(body: Body): Runner {
  if (!(body instanceof GeneratorFunction)) {
    const run = body as unknown as (vm: Interpreter, ...args: unknown[]) => Result | Steps;
    return (vm, ...args) => {
      const result = run(vm, ...args);
      return isSteps(result) ? steps(result) : result;
    };
  }
  const start = body as unknown as (vm: Interpreter, ...args: unknown[]) => Steps;
  return (vm, ...args) => steps(start(vm, ...args));
}

/** A body may also hand on the steps of another generator. */
function isSteps(result: Result | Steps): result is Steps {
  return typeof result === 'object' && result !== null && 'throw' in result && 'next' in result;
}

/** Binds a call's arguments with the messages of a Python function's call. */
export function bindLikePython(
  signature: Signature,
  title: string,
  args: readonly Value[],
  keywords: Keywords,
): unknown[] {
  const { parameters, positionalCount, varargs, varkw } = signature;
  const bound: unknown[] = new Array<unknown>(parameters.length).fill(undefined);
  const count = Math.min(args.length, positionalCount);
  for (let i = 0; i < count; i++) bound[i] = args[i];
  if (varargs >= 0) bound[varargs] = args.slice(positionalCount);
  const rest = new Dict();
  if (varkw >= 0) bound[varkw] = rest;
  for (const [name, value] of keywords ?? []) {
    const index = parameters.findIndex((p) => p.name === name && !p.kind.startsWith('var'));
    if (index >= 0) {
      if (bound[index] !== undefined) {
        raise('TypeError', `${title}() got multiple values for argument '${name}'`);
      }
      bound[index] = value;
    } else if (varkw >= 0) {
      rest.setName(name, value);
    } else {
      raise('TypeError', `${title}() got an unexpected keyword argument '${name}'`);
    }
  }
  if (args.length > positionalCount && varargs < 0) tooMany(signature, title, args.length);
  fillDefaults(signature, title, bound);
  return bound;
}

function fillDefaults(signature: Signature, title: string, bound: unknown[]): void {
  const absent: Parameter[] = [];
  for (const [i, parameter] of signature.parameters.entries()) {
    if (bound[i] !== undefined) continue;
    if (parameter.optional) bound[i] = parameter.default;
    else absent.push(parameter);
  }
  if (absent.length === 0) return;
  const positional = absent.filter((p) => p.kind !== 'keyword');
  const listed = positional.length > 0 ? positional : absent;
  const kind = positional.length > 0 ? 'positional' : 'keyword-only';
  const names = listed.map((p) => `'${p.name}'`);
  const noun = names.length === 1 ? 'argument' : 'arguments';
  raise(
    'TypeError',
    `${title}() missing ${names.length} required ${kind} ${noun}: ${enumerate(names)}`,
  );
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'` */
function enumerate(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1) as string}`;
}

function tooMany(signature: Signature, title: string, given: number): never {
  const most = signature.positionalCount;
  const least = signature.requiredCount;
  const range = least === most ? `${most}` : `from ${least} to ${most}`;
  const noun = most === 1 ? 'argument' : 'arguments';
  const verb = given === 1 ? 'was' : 'were';
  raise('TypeError', `${title}() takes ${range} positional ${noun} but ${given} ${verb} given`);
}
