// Nodes as text, for hovers: the operator with its arguments.

import { intValue, NamedInt } from '../base/origin.ts';
import { isValue } from './build.ts';
import type { Node, Value } from './graph.ts';
import type { ArgumentValue } from './op.ts';

/** `conv2d(%1, %2, stride=[2, 2])`: tensors by name, and what differs from the defaults. */
export function printCall(node: Node, nameOf: (value: Value) => string): string {
  const parts: string[] = [];
  for (const parameter of node.op.signature.parameters) {
    const argument = node.args[parameter.name];
    if (argument === undefined || argument === null) continue;
    const text = printArgument(argument, nameOf);
    if (parameter.type.startsWith('Tensor')) parts.push(text);
    else if (!parameter.hasDefault || text !== printArgument(parameter.default, nameOf)) {
      parts.push(`${parameter.name}=${text}`);
    }
  }
  return `${node.op.name}(${parts.join(', ')})`;
}

function printArgument(argument: ArgumentValue<Value>, nameOf: (value: Value) => string): string {
  if (isValue(argument)) return nameOf(argument);
  if (Array.isArray(argument)) {
    return `[${argument.map((item) => printArgument(item as Value, nameOf)).join(', ')}]`;
  }
  if (argument instanceof NamedInt) return String(intValue(argument));
  if (typeof argument === 'object' && argument !== null && 'kind' in argument) {
    return String(argument.value);
  }
  return String(argument);
}
