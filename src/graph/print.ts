// Graphs as text: a small program, one line a node, for tests, the command line and the panel.
//
//   %2: float32[1,64,32,32] = relu(%1)

import { intValue, NamedInt } from '../base/origin.ts';
import { printType } from '../tensor/type.ts';
import { isValue } from './build.ts';
import { pendingNodes, type Node, type Value } from './graph.ts';
import type { ArgumentValue } from './op.ts';

export function printGraph(values: readonly Value[]): string {
  const names = new Map<Value, string>();
  const lines: string[] = [];
  const nameOf = (value: Value): string => {
    let name = names.get(value);
    if (name === undefined) {
      name = `%${names.size}`;
      names.set(value, name);
      if (value.data) lines.push(`${name}: ${printType(value.type)} = constant`);
    }
    return name;
  };
  for (const node of pendingNodes(values)) {
    const call = printCall(node, nameOf);
    const outputs = node.outputs.map((out) => `${nameOf(out)}: ${printType(out.type)}`);
    lines.push(`${outputs.join(', ')} = ${call}`);
  }
  lines.push(`return ${values.map(nameOf).join(', ')}`);
  return lines.join('\n');
}

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
