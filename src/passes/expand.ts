// Replaces composites by their bodies, for an engine that runs only some operators by itself. Gives
// new nodes where something below was replaced and leaves the graph that it was given as it is.

import { isValue, mapTensors, valuesIn } from '../graph/build.ts';
import { Value, type Node } from '../graph/graph.ts';

export interface Expanded {
  /** What is to be computed, inputs first. */
  readonly nodes: readonly Node[];
  /** What stands for a value of the graph that was given. */
  resolve(value: Value): Value;
}

/**
 * Expands what the values depend on and whose numbers are not there.
 * @param keeps whether the engine takes the node as it is; asked once for each, after its inputs.
 *   A node without a body stays in any case.
 */
export function expand(values: readonly Value[], keeps: (node: Node) => boolean): Expanded {
  const nodes: Node[] = [];
  const replaced = new Map<Value, Value>();
  const done = new Set<Node>();
  const resolve = (value: Value): Value => replaced.get(value) ?? value;
  // Bodies are expanded on this stack too: networks are deeper than JavaScript's.
  const stack: Frame[] = [];
  const visit = (value: Value): void => {
    if (value.data !== null || done.has(value.node)) return;
    done.add(value.node);
    stack.push({ node: value.node, waitsFor: value.node.inputs, next: 0, results: null });
  };
  for (const value of values) {
    visit(value);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const awaited = top.waitsFor[top.next++];
      if (awaited) {
        // What a body made stands where the composite stood.
        awaited.node.origin ??= top.node.origin;
        visit(awaited);
        continue;
      }
      if (top.results) {
        for (const [i, output] of top.node.outputs.entries()) {
          replaced.set(output, resolve(top.results[i] as Value));
        }
        stack.pop();
        continue;
      }
      const node = withInputs(top.node, resolve);
      done.add(node);
      const { body } = node.op;
      if (body && !keeps(node)) {
        top.results = body(node.args);
        top.waitsFor = top.results;
        top.next = 0;
        continue;
      }
      if (node !== top.node) {
        for (const [i, output] of top.node.outputs.entries()) {
          replaced.set(output, node.outputs[i] as Value);
        }
      }
      nodes.push(node);
      stack.pop();
    }
  }
  return { nodes, resolve };
}

interface Frame {
  readonly node: Node;
  /** The inputs; then, where the node was replaced, the body's results. */
  waitsFor: readonly Value[];
  next: number;
  results: readonly Value[] | null;
}

/** The node itself, or one like it on what stands for its inputs. Types are known, not inferred. */
function withInputs(node: Node, resolve: (value: Value) => Value): Node {
  if (node.inputs.every((input) => resolve(input) === input)) return node;
  const args = mapTensors(node.args, isValue, resolve);
  const outputs: Value[] = [];
  const copy: Node = { ...node, args, inputs: valuesIn(args), outputs };
  for (const output of node.outputs) outputs.push(new Value(copy, output.index, output.type));
  return copy;
}
