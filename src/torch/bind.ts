// Binds Python's arguments to the signatures of operators, with the messages of PyTorch's own
// argument parser.

import { Float, Complex, IntObject } from '../python/values/numbers.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import { NamedInt, PyObject, type Value } from '../python/values/object.ts';
import { isUnknown, reasonOf, Unknown } from '../python/values/unknown.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import type { ArgumentValue, Op, Parameter } from '../graph/op.ts';
import { category } from '../tensor/dtype.ts';
import type { Scalar } from '../tensor/promotion.ts';
import { checkMemoryFormat, deviceOf, dtypeOf } from './dtypes.ts';
import { outChecks } from './outNames.ts';
import { functionAlone, functionOverloads, methodAlone, methodOverloads } from './overloads.ts';
import { isTensor, type TensorArgs } from './apply.ts';
import type { TensorObject } from './tensor.ts';
import { numberOfScalar } from './wrapped.ts';

export interface Call {
  /** The name that messages give: `conv2d`. */
  readonly title: string;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** The program's torch is older than 2.0, whose parser says some things otherwise. */
  readonly old?: boolean;
  /** A method's first argument is not counted in messages. */
  readonly isMethod: boolean;
  /** False for a function of the same name as one that takes `out=`: `F.softmax`. */
  readonly takesOut?: boolean;
}

export interface BoundCall {
  readonly op: Op;
  readonly args: TensorArgs;
}

/** Keywords that change nothing of what is computed here. */
const IGNORED = new Set([
  'device',
  'layout',
  'pin_memory',
  'memory_format',
  'non_blocking',
  'name',
]);

/** Thrown inside: this signature does not fit. */
class Mismatch {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** Thrown where a tensor of one number stands for a number that was not computed yet. */
export class NumberNeeded extends Error {
  readonly tensor: TensorObject;
  constructor(tensor: TensorObject) {
    super('a number is needed that was not computed');
    this.tensor = tensor;
  }
}

/** The overload that fits, with its arguments; an unknown where an argument is one. */
export function bindOp(ops: readonly Op[], call: Call): BoundCall | Unknown {
  const unknown = [...call.args, ...call.keywords.values()].find(holdsUnknown);
  if (unknown instanceof PyObject) return new Unknown(reasonOf(firstUnknown(unknown)));
  checkIgnored(call);
  let first: Mismatch | null = null;
  // A tensor of one integer may stand for an int where no overload takes a tensor there.
  for (const strict of ops.length > 1 ? [true, false] : [false]) {
    for (const op of ops) {
      const bound = bindOne(op, call, strict);
      if (!(bound instanceof Mismatch)) return { op, args: bound };
      first ??= bound;
    }
  }
  const listed = (call.isMethod ? methodOverloads : functionOverloads)[call.title];
  const { message } = first as Mismatch;
  // A list that begins well decides for its signature: what else it holds is complained of later.
  const isPython = call.takesOut === false && message.endsWith(" keyword argument 'out'");
  const isDecided = isForOne(call) || isPython || / at pos \d/.test(message);
  if (listed && !isDecided) raise('TypeError', combinationMessage(call, listed));
  raise('TypeError', message);
}

/** Says that no signature fits the call. */
export function refuseCall(call: Call): never {
  const listed = (call.isMethod ? methodOverloads : functionOverloads)[call.title];
  if (listed) raise('TypeError', combinationMessage(call, listed));
  raise('TypeError', `${call.title}() got an unexpected keyword argument 'out'`);
}

/** Whether so many arguments are taken by one signature alone. */
function isForOne({ title, args, keywords, isMethod }: Call): boolean {
  const count = args.length + keywords.size - (isMethod ? 1 : 0);
  return (isMethod ? methodAlone : functionAlone)[title]?.includes(count) ?? false;
}

/** Keywords that change nothing here must be right all the same. */
function checkIgnored({ args, keywords }: Call): void {
  const device = keywords.get('device') ?? null;
  if (device !== null) deviceOf(device);
  const [first] = args;
  if (isTensor(first)) checkMemoryFormat(keywords.get('memory_format'), first.sizes.length);
}

function holdsUnknown(value: Value): boolean {
  if (isUnknown(value)) return true;
  return (value instanceof List || value instanceof Tuple) && value.items.some(isUnknown);
}

function firstUnknown(value: PyObject): PyObject {
  if (isUnknown(value)) return value;
  return (value as List).items.find(isUnknown) as PyObject;
}

function bindOne(op: Op, call: Call, strict: boolean): TensorArgs | Mismatch {
  const { parameters } = op.signature;
  const bound: Record<string, ArgumentValue<TensorObject>> = {};
  const given = spread(parameters, call, strict);
  const positional = parameters.filter((p) => !p.keywordOnly);
  const offset = call.isMethod ? 1 : 0;
  if (given.length > positional.length) {
    return new Mismatch(tooMany(call.title, positional, given.length - offset, offset));
  }
  for (const [i, parameter] of parameters.entries()) {
    const atPosition = parameter.keywordOnly ? undefined : given[i];
    const named = call.keywords.has(parameter.name)
      ? call.keywords.get(parameter.name)
      : aliasOf(parameter, call.keywords);
    if (atPosition !== undefined && named !== undefined) {
      return new Mismatch(`${call.title}() got multiple values for argument '${parameter.name}'`);
    }
    const value = atPosition === undefined ? named : atPosition;
    if (value === undefined) {
      if (parameter.hasDefault) bound[parameter.name] = parameter.default;
      else if (parameter.optional) bound[parameter.name] = null;
      else
        return new Mismatch(missing(call.title, positional, given.length, call.keywords, offset));
      continue;
    }
    const refused = strict && isTensor(value) && !/Tensor|Operand/.test(parameter.type);
    const converted = refused ? undefined : convertArgument(parameter, value);
    if (converted === undefined) {
      const where = atPosition === undefined ? '' : ` (position ${i + 1 - offset})`;
      return new Mismatch(wrongType(call, parameter, value, where));
    }
    bound[parameter.name] = converted;
  }
  for (const name of call.keywords.keys()) {
    if (parameters.some((p) => p.name === name || ALIASES[p.name]?.includes(name))) continue;
    if (IGNORED.has(name) || (name === 'out' && call.keywords.get(name) === null)) continue;
    if (name === 'out' && call.takesOut !== false && !call.isMethod && outChecks.has(call.title)) {
      return new Mismatch(wrongType(call, OUT, call.keywords.get(name) as Value, ''));
    }
    return new Mismatch(`${call.title}() got an unexpected keyword argument '${name}'`);
  }
  return bound;
}

const OUT: Parameter = {
  name: 'out',
  type: 'Tensor',
  length: 0,
  optional: true,
  keywordOnly: true,
  hasDefault: true,
  default: null,
};

/** numpy's names, which PyTorch takes as well. */
const ALIASES: Record<string, readonly string[]> = {
  dim: ['axis'],
  keepdim: ['keepdims'],
  input: ['x'],
  other: ['x2'],
};

function aliasOf(parameter: Parameter, keywords: ReadonlyMap<string, Value>): Value | undefined {
  for (const alias of ALIASES[parameter.name] ?? []) {
    const value = keywords.get(alias);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** `x.permute(0, 2, 1)` is `x.permute((0, 2, 1))` where one list is all that may be given. */
function spread(parameters: readonly Parameter[], call: Call, strict: boolean): readonly Value[] {
  const { args } = call;
  const start = call.isMethod ? 1 : 0;
  const list = parameters[start];
  if (!list || (!list.type.endsWith('Int[]') && list.type !== 'int[]')) return args;
  if (list.length > 0 || args.length <= start) return args;
  const others = parameters.slice(start + 1).some((p) => !p.keywordOnly && !p.hasDefault);
  if (others || !isInt(args[start]) || (strict && isTensor(args[start]))) return args;
  return [...args.slice(0, start), new Tuple(args.slice(start))];
}

/** The argument as the operator takes it; undefined where its type does not fit. */
export function convertArgument(
  parameter: Parameter,
  value: Value,
): ArgumentValue<TensorObject> | undefined {
  if (value === null) return parameter.optional ? null : undefined;
  switch (parameter.type) {
    case 'Tensor':
      return isTensor(value) ? value : undefined;
    case 'Tensor[]':
      return listOf(value, 0, (item) =>
        isTensor(item) || (item === null && parameter.optional)
          ? (item as TensorObject)
          : undefined,
      );
    case 'Tensor?[]':
      return listOf(value, 0, (item) => (isTensor(item) || item === null ? item : undefined));
    case 'Operand':
      return isTensor(value) ? value : scalarOf(value);
    case 'int':
      return plainInt(value);
    case 'SymInt':
      return dimOf(value);
    case 'int[]':
      return listOf(value, parameter.length, plainInt, indexOf) as readonly number[] | undefined;
    case 'int?[]':
      return listOf(value, parameter.length, plainInt, (item) =>
        item === null ? null : indexOf(item),
      ) as readonly number[] | undefined;
    case 'SymInt[]':
      return listOf(value, parameter.length, dimOf, indexOf) as readonly number[] | undefined;
    case 'float':
      return floatOf(value);
    case 'float[]':
      return listOf(value, parameter.length, floatOf) as readonly number[] | undefined;
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'bool[]':
      return listOf(value, parameter.length, (item) =>
        typeof item === 'boolean' ? item : undefined,
      ) as readonly boolean[] | undefined;
    case 'str':
      return typeof value === 'string' ? value : undefined;
    case 'Scalar':
      return numberOf(value);
    case 'ScalarType':
      return dtypeOf(value);
  }
}

function listOf<T>(
  value: Value,
  length: number,
  convert: (item: Value) => T | undefined,
  convertItem = convert,
): readonly T[] | undefined {
  if (!(value instanceof List || value instanceof Tuple)) {
    if (length === 0 || isTensor(value)) return undefined;
    const one = convert(value);
    return one === undefined ? undefined : new Array<T>(length).fill(one);
  }
  const items: T[] = [];
  for (const item of value.items) {
    const converted = convertItem(item);
    if (converted === undefined) return undefined;
    items.push(converted);
  }
  return items;
}

export function isInt(value: Value | undefined): boolean {
  return value !== undefined && value !== null && indexOf(value) !== undefined;
}

function dimOf(value: Value): number | NamedInt | undefined {
  if (typeof value === 'number' || value instanceof NamedInt) return value;
  return plainInt(value);
}

function plainInt(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof NamedInt) return value.value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof IntObject) return Number(value.value);
  if (isTensor(value)) return knownInteger(value);
  const inside = numberOfScalar(value);
  return typeof inside === 'number' ? inside : undefined;
}

/** An item of a list of ints: there a tensor of any rank will do that has one integer. */
function indexOf(value: Value): number | NamedInt | undefined {
  if (!isTensor(value)) return dimOf(value);
  if (value.elements !== 1 || !/int/.test(value.dtype)) return undefined;
  return Number(dataOf(value));
}

/** A tensor without dimensions may stand for an int, if it holds one. */
function knownInteger(tensor: TensorObject): number | undefined {
  return /int/.test(tensor.dtype) && standsForNumber(tensor) ? Number(dataOf(tensor)) : undefined;
}

function standsForNumber(tensor: TensorObject): boolean {
  return tensor.sizes.length === 0 && !tensor.requiresGrad;
}

function dataOf(tensor: TensorObject): number | bigint {
  const { data } = tensor.value();
  if (data === null) throw new NumberNeeded(tensor);
  return data.data[0] as number | bigint;
}

function floatOf(value: Value): number | undefined {
  if (value instanceof Float) return value.value;
  if (typeof value === 'boolean') return Number(value);
  const inside = numberOfScalar(value);
  if (inside instanceof Float) return inside.value;
  return plainInt(value) ?? knownFloat(value);
}

function knownFloat(value: Value): number | undefined {
  return isTensor(value) && standsForNumber(value) ? Number(dataOf(value)) : undefined;
}

/** A number, or a tensor that may stand for one. */
function numberOf(value: Value): Scalar | undefined {
  if (!isTensor(value)) return scalarOf(value);
  if (!standsForNumber(value)) return undefined;
  const kind = category(value.dtype);
  if (kind === 'complex') return undefined;
  const number = dataOf(value);
  return kind === 'int' ? { kind, value: number } : { kind, value: Number(number) };
}

/** A Python number as an operand; undefined for what is none. */
export function scalarOf(value: Value): Scalar | undefined {
  if (typeof value === 'boolean') return { kind: 'bool', value: Number(value) };
  if (typeof value === 'number' || typeof value === 'bigint') return { kind: 'int', value };
  if (value instanceof NamedInt) return { kind: 'int', value: value.value };
  if (value instanceof IntObject) return { kind: 'int', value: value.value };
  if (value instanceof Float) return { kind: 'float', value: value.value };
  if (value instanceof Complex) return { kind: 'complex', value: value.re, imaginary: value.im };
  const inside = numberOfScalar(value);
  return inside === undefined ? undefined : scalarOf(inside);
}

const TYPE_WORDS: Record<Parameter['type'], string> = {
  Tensor: 'Tensor',
  Operand: 'Tensor',
  'Tensor?[]': 'tuple of Tensors',
  'Tensor[]': 'tuple of Tensors',
  int: 'int',
  SymInt: 'int',
  'int[]': 'tuple of ints',
  'int?[]': 'tuple of ints',
  'SymInt[]': 'tuple of ints',
  float: 'float',
  'float[]': 'tuple of floats',
  bool: 'bool',
  'bool[]': 'tuple of bools',
  str: 'str',
  Scalar: 'Number',
  ScalarType: 'torch.dtype',
};

function wrongType(call: Call, parameter: Parameter, value: Value, where: string): string {
  const { title, old = false } = call;
  const symbolic = parameter.type === 'SymInt[]' && !PLAIN_INTS.has(title);
  const wanted = old && symbolic ? 'tuple of SymInts' : TYPE_WORDS[parameter.type];
  const isList = value instanceof List || value instanceof Tuple;
  if (isList && parameter.type.endsWith('[]')) {
    const accepts = { ...parameter, type: parameter.type.replace('[]', '') } as Parameter;
    const wrong = value.items.findIndex((item) => convertArgument(accepts, item) === undefined);
    // Whether it is a list at all is decided by the first element.
    if (wrong > 0) {
      const found = typeName(value.items[wrong] as Value);
      if (old) {
        return `${title}(): argument '${parameter.name}' must be ${wanted}, but found element of type ${found} at pos ${wrong + 1}`;
      }
      return `${title}(): argument '${parameter.name}' failed to unpack the object at pos ${wrong + 1} with error "type must be ${wanted},but got ${found}"`;
    }
  }
  return `${title}(): argument '${parameter.name}'${where} must be ${wanted}, not ${typeName(value)}`;
}

/** Functions whose sizes were plain integers in 1.13 already, where others took symbolic ones. */
const PLAIN_INTS = new Set(['rand', 'randn', 'randint', 'normal', 'randperm']);

function missing(
  title: string,
  positional: readonly Parameter[],
  given: number,
  keywords: ReadonlyMap<string, Value>,
  offset: number,
): string {
  const absent = positional
    .slice(Math.max(given, offset))
    .filter((p) => !p.hasDefault && !p.optional && !keywords.has(p.name))
    .map((p) => `"${p.name}"`);
  return `${title}() missing ${absent.length} required positional arguments: ${absent.join(', ')}`;
}

function tooMany(
  title: string,
  positional: readonly Parameter[],
  given: number,
  offset: number,
): string {
  const most = positional.length - offset;
  const least = positional.slice(offset).filter((p) => !p.hasDefault && !p.optional).length;
  const noun = most === 1 ? 'argument' : 'arguments';
  const verb = given === 1 ? 'was' : 'were';
  const range = least === most ? `${most}` : `from ${least} to ${most}`;
  return `${title}() takes ${range} positional ${noun} but ${given} ${verb} given`;
}

/** What PyTorch says where none of several signatures fits. */
function combinationMessage(call: Call, listed: readonly string[]): string {
  const offset = call.isMethod ? 1 : 0;
  const given = call.args.slice(offset).map((arg) => ({ name: null, value: arg }));
  // PyTorch collects them in a table that gives the newest first.
  const named = [...call.keywords].map(([name, value]) => ({ name, value })).reverse();
  const all = [...given, ...named];
  const got = all.map(({ name, value }) => (name === null ? '' : `${name}=`) + shownType(value));
  const shown = got.join(', ') + (given.length === 0 && named.length > 0 ? ', ' : '');
  const lines = listed.flatMap((signature) => {
    const reason = whyNot(signature, all);
    return reason === null ? [` * ${signature}`] : [` * ${signature}`, `      ${reason}`];
  });
  return (
    `${call.title}() received an invalid combination of arguments - got (${shown}), ` +
    `but expected one of:\n${lines.join('\n')}\n`
  );
}

function shownType(value: Value): string {
  const name = typeName(value);
  return name === 'dtype' ? 'torch.dtype' : name;
}

interface GivenArgument {
  readonly name: string | null;
  readonly value: Value;
}

/**
 * Why a listed signature does not fit. PyTorch says it only of those with as many parameters, and
 * counts the star as one.
 */
function whyNot(signature: string, given: readonly GivenArgument[]): string | null {
  const parameters = signature
    .slice(1, -1)
    .split(', ')
    .filter((part) => part !== '')
    .map((part) => {
      const space = part.lastIndexOf(' ');
      return { type: part.slice(0, space), name: part.slice(space + 1) };
    });
  if (parameters.length !== given.length) return null;
  const strange = given.filter(
    ({ name }) => name !== null && !parameters.some((parameter) => parameter.name === name),
  );
  if (strange.length > 0) {
    const names = strange.map(({ name }) => name).join(', ');
    return `didn't match because some of the keywords were incorrect: ${names}`;
  }
  const types = given.map(({ name, value }, i) => {
    const parameter = name === null ? parameters[i] : parameters.find((p) => p.name === name);
    const shown = shownType(value);
    const marked = fitsWords(parameter?.type ?? '', value) ? shown : `!${shown}!`;
    return name === null ? marked : `${name}=${marked}`;
  });
  return `didn't match because some of the arguments have invalid types: (${types.join(', ')})`;
}

/** Whether a value is of a type as the listing names it; its writers forgot that ints are Numbers. */
function fitsWords(words: string, value: Value): boolean {
  switch (words) {
    case 'Tensor':
      return isTensor(value);
    case 'int':
      return typeof value !== 'boolean' && plainInt(value) !== undefined;
    case 'float':
      return floatOf(value) !== undefined;
    case 'bool':
      return typeof value === 'boolean';
    case 'torch.dtype':
      return dtypeOf(value) !== undefined;
    case 'tuple of ints':
    case 'tuple of SymInts':
      return listOf(value, 0, dimOf) !== undefined;
    case 'tuple of Tensors':
      return listOf(value, 0, (item) => (isTensor(item) ? item : undefined)) !== undefined;
    case 'str':
    case 'name':
      return typeof value === 'string';
    default:
      return false;
  }
}
