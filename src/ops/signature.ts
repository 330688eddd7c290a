// Signatures of operators in PyTorch's words, read twice: at run time into parameters, which bind
// Python's arguments, and by the compiler into the types of a rule's arguments.
//
//   conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, *, bool x=False) -> Tensor

import type { ArgumentType, ArgumentValue, Parameter, Signature } from '../graph/op.ts';
import { dtypes, type DType } from '../tensor/dtype.ts';
import type { Scalar } from '../tensor/promotion.ts';
import type { Dim } from '../tensor/shape.ts';

export function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(') ->');
  if (open < 0 || close < 0) throw new Error(`not a signature: ${text}`);
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  for (const part of split(text.slice(open + 1, close))) {
    if (part === '*') keywordOnly = true;
    else parameters.push(parseParameter(part, keywordOnly));
  }
  const result = text.slice(close + 4).trim();
  const outputs = result === 'Tensor[]' ? -1 : result.split(',').length;
  const name = text.slice(0, open);
  const outputNames = [...result.matchAll(/Tensor (\w+)/g)].map((match) => match[1] as string);
  if (outputNames.length === 0) return { name, text, parameters, outputs };
  return { name, text, parameters, outputs, outputNames };
}

const pattern = /^(\w+(?:\?(?=\[))?)(\[(\d*)\])?(\?)? (\w+)(?:=(.*))?$/;

function parseParameter(part: string, keywordOnly: boolean): Parameter {
  const match = pattern.exec(part);
  if (!match) throw new Error(`not a parameter: ${part}`);
  const [, base, list, length, question, name, fallback] = match;
  const type = `${base}${list === undefined ? '' : '[]'}` as ArgumentType;
  const parameter = {
    name: name as string,
    type,
    length: Number(length ?? 0),
    optional: question !== undefined,
    keywordOnly,
    hasDefault: fallback !== undefined,
    default: null,
  };
  if (fallback === undefined) return parameter;
  return { ...parameter, default: literal(fallback, type, parameter.length) };
}

function literal(text: string, type: ArgumentType, length: number): ArgumentValue<never> {
  if (text === 'None') return null;
  if (text === 'True' || text === 'False') {
    const value = text === 'True';
    return type === 'Scalar' ? { kind: 'bool', value: value ? 1 : 0 } : value;
  }
  if (text.startsWith('[')) {
    const items = text
      .slice(1, -1)
      .split(',')
      .map((item) => item.trim());
    return items.filter((item) => item !== '').map(Number);
  }
  if (/^'.*'$/.test(text)) return text.slice(1, -1);
  const value = Number(text);
  if (Number.isNaN(value)) {
    if (type === 'ScalarType') return text as DType;
    throw new Error(`not a default: ${text}`);
  }
  if (type === 'Scalar' || type === 'Operand')
    return { kind: /[.e]/.test(text) ? 'float' : 'int', value };
  if (type.endsWith('[]')) return new Array<number>(length).fill(value);
  return value;
}

function split(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    if (char === '[' || char === '(') depth++;
    if (char === ']' || char === ')') depth--;
    if ((char === ',' && depth === 0) || char === undefined) {
      const part = text.slice(start, i).trim();
      if (part !== '') parts.push(part);
      start = i + 1;
    }
  }
  return parts;
}

export function isDType(text: string): text is DType {
  return (dtypes as readonly string[]).includes(text);
}

// The same, in types.

type Trim<S extends string> = S extends ` ${infer R}`
  ? Trim<R>
  : S extends `${infer R} `
    ? Trim<R>
    : S;

/** Parameters are separated by ", "; lists in defaults are written without a blank. */
type SplitParameters<S extends string> = S extends `${infer Head}, ${infer Tail}`
  ? Trim<Head> | SplitParameters<Tail>
  : Trim<S>;

type ParametersText<S extends string> = S extends `${string}(${infer P}) -> ${string}` ? P : never;

type WithoutDefault<P extends string> = P extends `${infer Declared}=${string}` ? Declared : P;

type NameOf<P extends string> = WithoutDefault<P> extends `${string} ${infer Name}` ? Name : never;

type TypeText<P extends string> =
  WithoutDefault<P> extends `${infer Type} ${string}` ? Type : never;

type One<Type extends string, T> = Type extends `Tensor?[]`
  ? readonly (T | null)[]
  : Type extends `int?[${string}]`
    ? readonly (number | null)[]
    : Type extends 'Operand'
      ? T | Scalar
      : Type extends `${infer Base}?`
        ? One<Base, T> | null
        : Type extends `Tensor[]`
          ? readonly T[]
          : Type extends 'Tensor'
            ? T
            : Type extends `SymInt[${string}]`
              ? readonly Dim[]
              : Type extends 'SymInt'
                ? Dim
                : Type extends `int[${string}]`
                  ? readonly number[]
                  : Type extends `float[${string}]`
                    ? readonly number[]
                    : Type extends `bool[${string}]`
                      ? readonly boolean[]
                      : Type extends 'int' | 'float'
                        ? number
                        : Type extends 'bool'
                          ? boolean
                          : Type extends 'str'
                            ? string
                            : Type extends 'Scalar'
                              ? Scalar
                              : Type extends 'ScalarType'
                                ? DType
                                : never;

/** The arguments that a signature names, with T for each tensor. */
export type ArgsOf<S extends string, T> = {
  readonly [P in Exclude<SplitParameters<ParametersText<S>>, '*' | ''> as NameOf<P>]: One<
    TypeText<P>,
    T
  >;
};
