// How layers are declared: by the signature of their `__init__`, what it sets up, what `forward`
// computes and what `extra_repr` prints.
//
//   export const Identity = defineModule('torch.nn.modules.linear', 'Identity(*args, **kwargs)', {
//     forward: (_vm, _self, input: Value) => input,
//   });

import { Pending, steps, wait, type Result, type Steps } from '../../python/evaluate/pending.ts';
import { repr, str } from '../../python/evaluate/protocols.ts';
import { callMethod } from '../../python/evaluate/call.ts';
import type { Interpreter } from '../../python/evaluate/interpreter.ts';
import { List, Tuple } from '../../python/values/containers.ts';
import { NamedInt, type PyObject, type PyType, type Value } from '../../python/values/object.ts';
import { IntObject } from '../../python/values/numbers.ts';
import { isUnknown, poison, reasonOf, Unknown } from '../../python/values/unknown.ts';
import {
  initModule,
  member,
  moduleType,
  registerParameter,
  torchType,
  withComputed,
} from '../module.ts';
import { numbers } from '../force.ts';
import { forgetDraws } from '../random.ts';
import { TensorObject } from '../tensor.ts';
import { pythonMethods } from '../pythonFunction.ts';

type Body = (vm: Interpreter, self: PyObject, ...args: never[]) => Result | Steps;

export interface ModuleDeclaration {
  /** The class it derives from; `nn.Module` where absent. */
  readonly base?: PyType;
  /** Gets the arguments in the order of the signature, with the tables of the module made. */
  readonly init?: Body;
  /** `reset_parameters`: gives the parameters their first numbers. */
  readonly reset?: (vm: Interpreter, self: PyObject) => void;
  /** `init` has done already what `reset` does, always or where it gives true. */
  readonly startsReset?: boolean;
  /** Parameters of `forward` after self; `input` where absent. */
  readonly parameters?: string;
  readonly forward?: Body;
  /** What `extra_repr` prints: a text with `{attribute}` places, or a function. */
  readonly extraRepr?: string | ((vm: Interpreter, self: PyObject) => Result | Steps);
  /** Further methods, by signature. */
  readonly methods?: Record<string, Body>;
}

/** Every layer that is declared, by the module it lives in. */
export const layers: PyType[] = [];

export function defineModule(
  module: string,
  signature: string,
  declaration: ModuleDeclaration,
): PyType {
  const open = signature.indexOf('(');
  const type = torchType(signature.slice(0, open), module, [declaration.base ?? moduleType]);
  const parameters = signature.slice(open + 1, -1);
  const table: Record<string, Body> = {};
  const { init, reset, forward, extraRepr } = declaration;
  if (init || !declaration.base) {
    const separator = parameters === '' ? '' : ', ';
    table[`__init__(self${separator}${parameters})`] = initialiser(type, parameters, declaration);
  }
  if (reset) {
    table['reset_parameters(self)'] = (vm: Interpreter, self: PyObject) => {
      reset(vm, self);
      return null;
    };
  }
  if (forward) {
    const body = unlessUnknown(forward);
    table[`forward(self, ${declaration.parameters ?? 'input'})`] = (vm, self: PyObject, ...args) =>
      withComputed(vm, self, () => inSteps(body)(vm, self, ...args));
  }
  if (typeof extraRepr === 'string') {
    table['extra_repr(self)'] = function* (vm: Interpreter, self: PyObject) {
      return yield* fill(vm, self, extraRepr);
    };
  } else if (extraRepr) {
    table['extra_repr(self)'] = unlessUnknown(extraRepr as Body);
  }
  const bodies = Object.entries({ ...table, ...declaration.methods });
  pythonMethods(type, Object.fromEntries(bodies.map(([text, body]) => [text, inSteps(body)])));
  layers.push(type);
  return type;
}

function initialiser(
  type: PyType,
  parameters: string,
  { init, reset, startsReset = false }: ModuleDeclaration,
): Body {
  const names = parameters.split(', ').map((text) => /^\w*/.exec(text)?.[0] ?? '');
  return function* (vm: Interpreter, self: PyObject, ...given: never[]): Steps {
    initModule(self);
    const args: Value[] = [];
    for (const value of given as Value[]) args.push(yield* asNumber(vm, value));
    const unknown = args.map(firstUnknown).find((each) => each !== undefined);
    if (unknown !== undefined && init) {
      // Nobody knows what a container holds.
      if (type.module.endsWith('.container')) poison(self);
      else initialiseUnknown(vm, self, names, args, reasonOf(unknown), reset !== undefined);
      return null;
    }
    const result = init?.(vm, self, ...(args as never[]));
    if (result instanceof Pending) yield* wait(result);
    else if (isSteps(result)) yield* result;
    if (!reset || result === true) return null;
    // A class derived from the layer may have its own.
    const isOwn = self.cls.lookup(RESET) === type.lookup(RESET);
    if (!isOwn) yield* wait(callMethod(vm, self, RESET, []));
    else if (!startsReset) reset(vm, self);
    return null;
  };
}

/** A size may be given as a tensor of one integer. */
function* asNumber(vm: Interpreter, value: Value): Generator<Pending, Value, Value> {
  if (!(value instanceof TensorObject)) return value;
  if (value.sizes.length > 0 || !/^u?int/.test(value.dtype)) return value;
  const known = yield* numbers(vm, value.value());
  return known ? Number(known.data[0]) : new Unknown('a size is a number that was not computed');
}

const RESET = 'reset_parameters';

/** Of a layer whose arguments are not all known: what it is called with, and that it has numbers. */
function initialiseUnknown(
  vm: Interpreter,
  self: PyObject,
  names: readonly string[],
  args: readonly Value[],
  reason: string,
  hasParameters: boolean,
): void {
  for (const [i, name] of names.entries()) {
    if (!/^(?:bias|device|dtype)?$/.test(name)) self.setAttr(name, args[i] ?? null);
  }
  unknownLayers.set(self, new Unknown(reason));
  if (!hasParameters && !names.includes('num_parameters')) return;
  registerParameter(self, 'weight', new Unknown(reason));
  const withoutBias = args[names.indexOf('bias')] === false || names.includes('embedding_dim');
  registerParameter(self, 'bias', withoutBias ? null : new Unknown(reason));
  // How many numbers it draws is not known, nor what is drawn after it.
  forgetDraws(vm);
}

/** What a layer computes is not known where its sizes are not. */
function unlessUnknown(body: Body): Body {
  return (vm, self, ...args) => unknownLayers.get(self) ?? body(vm, self, ...args);
}

/** Layers that were made with unknown arguments. */
const unknownLayers = new WeakMap<PyObject, Unknown>();

function firstUnknown(value: Value): PyObject | undefined {
  if (isUnknown(value)) return value;
  return value instanceof Tuple || value instanceof List
    ? (value.items.find(isUnknown) as PyObject | undefined)
    : undefined;
}

/** A body may be a plain function that gives the steps of a generator. */
function inSteps(body: Body): (vm: Interpreter, self: PyObject, ...args: never[]) => Result {
  return (vm, self, ...args) => {
    const result = body(vm, self, ...args);
    return isSteps(result) ? steps(result) : result;
  };
}

function isSteps(result: unknown): result is Steps {
  return typeof result === 'object' && result !== null && 'throw' in result && 'next' in result;
}

/** Replaces `{name}` in a text by the attribute as `str` prints it, `{name!r}` as `repr` does. */
export function* fill(vm: Interpreter, self: PyObject, template: string): Steps {
  let text = '';
  for (const part of template.split(/(\{\w+(?:!r)?\})/)) {
    const place = /^\{(\w+)(!r)?\}$/.exec(part);
    if (!place) {
      text += part;
      continue;
    }
    const value = member(vm, self, place[1] as string);
    text += String(yield* wait(place[2] ? repr(vm, value) : str(vm, value)));
  }
  return text;
}

/** Sets several attributes at once. */
export function setAttributes(self: PyObject, values: Record<string, Value>): void {
  for (const [name, value] of Object.entries(values)) self.setAttr(name, value);
}

/** `_single`, `_pair`, `_triple`: one number for each of `count` dimensions. */
export function repeated(value: Value, count: number): Value {
  if (!isScalar(value)) return value;
  return new Tuple(new Array<Value>(count).fill(value));
}

function isScalar(value: Value): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof NamedInt ||
    value instanceof IntObject
  );
}

/** The number of an int argument; NaN for what is none. */
export function numberOf(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  if (value instanceof NamedInt) return value.value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof IntObject) return Number(value.value);
  if (typeof value === 'object' && value !== null && 'value' in value) {
    return Number((value as { value: unknown }).value);
  }
  return Number.NaN;
}

/** The items of a tuple or list; the value itself otherwise. */
export function itemsOf(value: Value): readonly Value[] {
  if (typeof value === 'object' && value !== null && 'items' in value) {
    return (value as { items: readonly Value[] }).items;
  }
  return [value];
}
