// A call in parts, as its text says them: the callee, the arguments, and the names that the callee
// has for these.

import { parse } from '../python/parse/parse.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { BoundMethod, FunctionObject, NativeFunction } from '../python/values/callable.ts';
import { Dict, PyObject, type Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { isModule } from '../torch/module.ts';
import { TensorObject } from '../torch/tensor.ts';
import type { CallParts } from './called.ts';

/** The text of a tuple of the parts of a call; null where the text is no call. */
export function partsText(text: string): string | null {
  const { module, errors } = parse(text.trim());
  const [statement, another] = module.body;
  if (errors.length > 0 || another || statement?.kind !== 'Expr') return null;
  const { value } = statement;
  if (value.kind !== 'Call') return null;
  const source = text.trim();
  const textOf = ({ span }: { readonly span: { start: number; end: number } }): string =>
    source.slice(span.start, span.end);
  const args = value.args.map((each) =>
    each.kind === 'Starred' ? textOf(each) : `(${textOf(each)})`,
  );
  const keywords = value.keywords.map((each) =>
    each.arg === null ? `**(${textOf(each.value)})` : `'${each.arg}': (${textOf(each.value)})`,
  );
  return `((${textOf(value.func)}), (${args.map((each) => `${each}, `).join('')}), {${keywords.join(', ')}})`;
}

/** The parts that such a tuple holds. */
export function partsOf(value: Value): CallParts | null {
  if (!(value instanceof Tuple)) return null;
  const [callee, args, keywords] = value.items;
  if (callee === undefined || !(args instanceof Tuple) || !(keywords instanceof Dict)) return null;
  const named = new Map([...keywords.values].map(([name, each]) => [String(name), each] as const));
  return { callee, args: args.items, keywords: named.size === 0 ? null : named };
}

/** The arguments with the names of the parameters that they are for. */
export function argumentNames({ callee, args, keywords }: CallParts): [string, Value][] {
  const { names, rest } = parameterNames(callee);
  const positional = args.map((value, i): [string, Value] => [
    names[i] ?? (args.length === 1 ? rest : `${rest}_${i - names.length}`),
    value,
  ]);
  return [...positional, ...(keywords ?? [])];
}

function parameterNames(callee: Value): { names: readonly string[]; rest: string } {
  if (callee instanceof BoundMethod) {
    const { names, rest } = parameterNames(callee.func);
    return { names: names.slice(1), rest };
  }
  if (callee instanceof FunctionObject) {
    const { slotNames, positionalCount, keywordOnlyCount, hasVarArgs } = callee.code;
    const rest = hasVarArgs ? slotNames[positionalCount + keywordOnlyCount] : undefined;
    return { names: slotNames.slice(0, positionalCount), rest: rest ?? 'input' };
  }
  if (callee instanceof NativeFunction) {
    // What of ours takes any arguments, as `Sequential.forward`, calls them nothing.
    const { parameters, varargs } = callee.signature;
    const names = parameters.map(({ name }) => name);
    return { names: varargs < 0 ? names : names.slice(0, varargs), rest: 'input' };
  }
  if (callee instanceof PyObject) {
    const method = callee.cls.lookup(isModule(callee) ? 'forward' : '__call__');
    if (method !== undefined && !(method instanceof PyObject && method.cls === callee.cls)) {
      const { names, rest } = parameterNames(method);
      return { names: names.slice(1), rest };
    }
  }
  return { names: [], rest: 'input' };
}

/** A tensor with a name. */
export interface Named {
  readonly name: string;
  readonly tensor: TensorObject;
}

/** The tensors of a value: `output`, `output_0`, or by the keys of a dict; each once. */
export function tensorsIn(value: Value, name: string): Named[] {
  const found: Named[] = [];
  const seen = new Set<Value>();
  const visit = (each: Value, called: string, depth: number, byKey: boolean): void => {
    if (!(each instanceof PyObject) || seen.has(each) || depth > 8) return;
    seen.add(each);
    if (each instanceof TensorObject) {
      found.push({ name: called, tensor: each });
    } else if (each instanceof Tuple || each instanceof List) {
      each.items.forEach((item, i) => {
        visit(item, `${called}_${i}`, depth + 1, false);
      });
    } else if (each instanceof Dict) {
      for (const [key, item] of each.values) {
        visit(item, byKey ? String(key) : `${called}_${String(key)}`, depth + 1, false);
      }
    }
  };
  visit(value, name, 0, name === 'output');
  return found;
}

export function holdsUnknown(value: Value, depth = 0): boolean {
  if (isUnknown(value)) return true;
  if (depth > 8) return false;
  const items =
    value instanceof Tuple || value instanceof List
      ? value.items
      : value instanceof Dict
        ? [...value.values.values()]
        : [];
  return items.some((item) => holdsUnknown(item, depth + 1));
}
