// The part of a graph that a model is made of: what the outputs of a call depend on, cut at the inputs
// and at the weights. What depends on neither is computed beforehand and is a weight too.

import { bareOp, isOpaque, isValue, mapTensors, valuesIn } from '../graph/build.ts';
import { Value, type Node, type Origin } from '../graph/graph.ts';
import { Lowering } from '../onnx/lower.ts';
import { kept } from '../onnx/opset.ts';
import { expand } from '../passes/expand.ts';
import type { CalledRun } from '../trace/called.ts';

export interface ExportGraph {
  readonly nodes: readonly Node[];
  readonly lowering: Lowering;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** What stands for a value of the call's graph, whose numbers the model brings along. */
  readonly weights: ReadonlyMap<Value, Weight>;
}

export interface Weight {
  readonly source: Value;
  /** As the tree of modules has it; null for what was computed beforehand. */
  readonly name: string | null;
}

/** Why there is no model. */
export interface Refusal {
  readonly reason: 'draws' | 'unknown' | 'operator' | 'type';
  readonly name: string;
  readonly origin: Origin | null;
}

const leafOp = bareOp({ name: 'given', text: 'given() -> Tensor', parameters: [], outputs: 1 });

function leaf(type: Value['type'], origin: Origin | null): Value {
  const outputs: Value[] = [];
  const node: Node = { op: leafOp, args: {}, inputs: [], outputs, origin };
  outputs.push(new Value(node, 0, type));
  return outputs[0] as Value;
}

/**
 * @param names the weights' names.
 * @param constants whether what depends on no input and on no weight stays computed in the model,
 *   where ONNX has it: its sizes may follow from the inputs'.
 */
export function exportGraph(
  run: CalledRun,
  names: ReadonlyMap<Value, string>,
  constants: 'folded' | 'computed',
): ExportGraph | Refusal {
  const cut = new Cut(run, names, constants);
  const refusal = cut.refusal();
  if (refusal) return refusal;
  const inputs = run.inputs.map(({ value }) => cut.copyOf(value));
  const copies = run.outputs.map(({ value }) => cut.copyOf(value));
  const lowering = new Lowering(kept);
  const isLeaf = ({ op }: Node): boolean => op === leafOp;
  const { nodes, resolve } = expand(copies, (node) => isLeaf(node) || lowering.canLower(node));
  const computed = nodes.filter((node) => !isLeaf(node));
  const lacking = computed.find((node) => !lowering.canLower(node));
  if (lacking) return cut.lacking() ?? refusalOf(lacking, lowering);
  const used = new Set([...computed.flatMap((node) => node.inputs), ...copies.map(resolve)]);
  const weights = new Map([...cut.weights].filter(([value]) => used.has(value)));
  return { nodes: computed, lowering, inputs, outputs: copies.map(resolve), weights };
}

function refusalOf(node: Node, lowering: Lowering): Refusal {
  const reason = lowering.takesTypes(node) ? 'operator' : 'type';
  const dtype = node.outputs[0]?.type.dtype ?? '';
  const name = reason === 'type' ? `${node.op.name}, ${dtype}` : node.op.name;
  return { reason, name, origin: node.origin };
}

/** A copy of the graph on leaves. */
class Cut {
  readonly weights = new Map<Value, Weight>();
  readonly #order: Node[];
  readonly #onInput = new Set<Node>();
  readonly #onWeight = new Set<Node>();
  readonly #copies = new Map<Value, Value>();
  readonly #run: CalledRun;
  readonly #isBoundary: (value: Value) => boolean;

  constructor(run: CalledRun, names: ReadonlyMap<Value, string>, constants: 'folded' | 'computed') {
    const inputs = new Set(run.inputs.map(({ value }) => value));
    this.#isBoundary = (value) => inputs.has(value) || names.has(value);
    this.#order = this.#nodesOf(run.outputs.map(({ value }) => value));
    this.#run = run;
    for (const node of this.#order) {
      const has = (test: (value: Value) => boolean): boolean => node.inputs.some(test);
      if (has((value) => inputs.has(value) || this.#dependsOnInput(value))) this.#onInput.add(node);
      if (has((value) => names.has(value) || this.#dependsOnWeight(value))) {
        this.#onWeight.add(node);
      }
    }
    for (const value of inputs) this.#copies.set(value, leaf(value.type, null));
    const weigh = (source: Value, name: string | null): void => {
      if (this.#copies.has(source)) return;
      const copy = leaf(source.type, source.node.origin);
      copy.data = source.data;
      this.#copies.set(source, copy);
      this.weights.set(copy, { source, name });
    };
    const staysIn = (node: Node): boolean => {
      if (this.#onInput.has(node)) return true;
      const mayStay = this.#onWeight.has(node) || (constants === 'computed' && hasOperands(node));
      return mayStay && !node.op.random && this.#lackingIn(node) === null;
    };
    for (const node of this.#order) {
      for (const value of node.inputs) {
        if (names.has(value)) weigh(value, names.get(value) ?? null);
      }
      if (staysIn(node)) this.#copy(node);
      else for (const output of node.outputs) weigh(output, null);
    }
    for (const { value } of run.outputs) {
      if (names.has(value)) weigh(value, names.get(value) ?? null);
    }
  }

  copyOf(value: Value): Value {
    const copy = this.#copies.get(value);
    if (!copy) throw new Error(`${value.node.op.name} was not copied`);
    return copy;
  }

  /** What can't be in a model at all. */
  refusal(): Refusal | null {
    for (const node of this.#order) {
      const { op, origin } = node;
      const reason = isOpaque(node)
        ? 'unknown'
        : op.random && (this.#run.isDuring(node) || this.#onInput.has(node))
          ? 'draws'
          : null;
      if (reason) return { reason, name: op.name, origin: origin ?? this.#readerOf(node) };
    }
    return null;
  }

  /** The first operator of the program that ONNX has not got. */
  lacking(): Refusal | null {
    for (const node of this.#order) {
      const lacking = this.#onInput.has(node) ? this.#lackingIn(node) : null;
      if (lacking) return lacking;
    }
    return null;
  }

  /** Where what the node gives is used first. */
  #readerOf(node: Node): Origin | null {
    const readers = new Set([node]);
    for (const each of this.#order) {
      if (!each.inputs.some((value) => readers.has(value.node))) continue;
      if (each.origin) return each.origin;
      readers.add(each);
    }
    return null;
  }

  #dependsOnInput(value: Value): boolean {
    return !this.#isBoundary(value) && this.#onInput.has(value.node);
  }

  #dependsOnWeight(value: Value): boolean {
    return !this.#isBoundary(value) && this.#onWeight.has(value.node);
  }

  #copy(node: Node): void {
    const args = mapTensors(node.args, isValue, (value) => this.copyOf(value));
    const outputs: Value[] = [];
    const copy: Node = { ...node, args, inputs: valuesIn(args), outputs };
    for (const output of node.outputs) {
      outputs.push(new Value(copy, output.index, output.type));
      this.#copies.set(output, outputs.at(-1) as Value);
    }
  }

  /** What of the node alone ONNX has not got. */
  #lackingIn(node: Node): Refusal | null {
    const args = mapTensors(node.args, isValue, ({ type, data }) => {
      const copy = leaf(type, null);
      copy.data = data;
      return copy;
    });
    const outputs: Value[] = [];
    const copy: Node = { ...node, args, inputs: valuesIn(args), outputs };
    for (const { index, type } of node.outputs) outputs.push(new Value(copy, index, type));
    const lowering = new Lowering(kept);
    const isLeaf = ({ op }: Node): boolean => op === leafOp;
    const { nodes } = expand(outputs, (each) => isLeaf(each) || lowering.canLower(each));
    const lacking = nodes.find((each) => !isLeaf(each) && !lowering.canLower(each));
    if (!lacking) return null;
    const { reason, name } = refusalOf(lacking, lowering);
    return {
      reason,
      name: lacking.op === node.op ? name : `${node.op.name} (${name})`,
      origin: node.origin ?? this.#readerOf(node),
    };
  }

  /** Inputs first, as far as the boundary. Numbers that are known do not end it. */
  #nodesOf(outputs: readonly Value[]): Node[] {
    const order: Node[] = [];
    const seen = new Set<Node>();
    const stack: { node: Node; next: number }[] = [];
    const visit = (value: Value): void => {
      if (this.#isBoundary(value) || seen.has(value.node)) return;
      seen.add(value.node);
      stack.push({ node: value.node, next: 0 });
    };
    for (const value of outputs) {
      visit(value);
      for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const input = top.node.inputs[top.next++];
        if (input) visit(input);
        else {
          order.push(top.node);
          stack.pop();
        }
      }
    }
    return order;
  }
}

/** A constant has nothing that could be computed. */
function hasOperands({ op, args }: Node): boolean {
  return op.kernel !== null || op.body !== null || Object.keys(args).length > 0;
}
