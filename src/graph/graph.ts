// The intermediate representation: operators applied to values. A value's type is known when the
// node is made; its numbers only when an engine was asked for them. Nothing lists all nodes: what
// no one can reach any more is garbage.

import type { Span } from '../base/span.ts';
import type { NdArray } from '../tensor/array.ts';
import type { TensorType } from '../tensor/type.ts';
import type { Args, Op } from './op.ts';

/** Where in the program a node was made. */
export interface Origin {
  readonly path: string;
  readonly span: Span;
  /** The module that was running, by its name in the module tree: `layer1.0.conv1`. */
  readonly scope: string;
}

export interface Node {
  readonly op: Op;
  /** The arguments by parameter name, with values where the signature says Tensor. */
  readonly args: Args<Value>;
  /** The values among the arguments, in the order of the parameters. */
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  origin: Origin | null;
}

/** One output of a node. */
export class Value {
  /** What it is made by; without that node's inputs, once its history was forgotten. */
  node: Node;
  readonly index: number;
  readonly type: TensorType;
  /** The numbers, once they were computed. */
  data: NdArray | null = null;

  constructor(node: Node, index: number, type: TensorType) {
    this.node = node;
    this.index = index;
    this.type = type;
  }
}

/** The nodes that the values depend on and whose numbers are not there, inputs first. */
export function pendingNodes(values: readonly Value[]): Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  const stack: { node: Node; next: number }[] = [];
  const visit = (value: Value): void => {
    if (value.data !== null || seen.has(value.node)) return;
    seen.add(value.node);
    stack.push({ node: value.node, next: 0 });
  };
  for (const value of values) {
    visit(value);
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { node: Node; next: number };
      const input = top.node.inputs[top.next++];
      if (input) {
        visit(input);
      } else {
        order.push(top.node);
        stack.pop();
      }
    }
  }
  return order;
}
