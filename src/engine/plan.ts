// Which engine runs which nodes, in which order: stages that alternate between the bundled engine
// and the native one, as few as the graph's edges allow.

import type { Node, Value } from '../graph/graph.ts';
import { itemSize } from '../tensor/dtype.ts';
import { numel } from '../tensor/shape.ts';
import { AllocationFailure, EngineFailure } from './failure.ts';

export interface Stage {
  readonly native: boolean;
  /** Inputs first. */
  readonly nodes: readonly Node[];
  /** What later stages or the asker need of it. */
  readonly outputs: readonly Value[];
}

/**
 * @param nodes what is to be computed, inputs first.
 * @param wanted what the asker wants to know.
 */
export function plan(
  nodes: readonly Node[],
  wanted: readonly Value[],
  isNative: (node: Node) => boolean,
): Stage[] {
  const levels = new Map<Node, number>();
  const stages: Node[][] = [];
  for (const node of nodes) {
    // Even levels are the bundled engine's: draws come first.
    const parity = isNative(node) ? 1 : 0;
    let level = parity;
    for (const { node: source } of node.inputs) {
      const from = levels.get(source);
      if (from === undefined) continue;
      level = Math.max(level, from % 2 === parity ? from : from + 1);
    }
    levels.set(node, level);
    while (stages.length <= level) stages.push([]);
    (stages[level] as Node[]).push(node);
  }
  const crossing = new Set(wanted.filter(({ node }) => levels.has(node)));
  for (const node of nodes) {
    for (const input of node.inputs) {
      const from = levels.get(input.node);
      if (from !== undefined && from !== levels.get(node)) crossing.add(input);
    }
  }
  return stages.flatMap((members, level) => {
    const outputs = members.flatMap((node) => node.outputs.filter((value) => crossing.has(value)));
    // Of a composite that gives several, some may be wanted by nobody.
    if (outputs.length === 0) return [];
    return [{ native: level % 2 === 1, nodes: members, outputs }];
  });
}

/** Throws where the nodes, run in this order, hold more than the bytes that a run may use. */
export function checkMemory(
  nodes: readonly Node[],
  wanted: readonly Value[],
  bytesMax: number,
): void {
  const readers = new Map<Value, number>();
  for (const value of [...nodes.flatMap(({ inputs }) => inputs), ...wanted]) {
    readers.set(value, (readers.get(value) ?? 0) + 1);
  }
  const made = new Set(nodes);
  let bytes = 0;
  for (const { inputs, outputs } of nodes) {
    for (const output of outputs) {
      const size = bytesOf(output);
      if (size > bytesMax || size > ARRAY_BYTES_MAX) throw new AllocationFailure(size);
      bytes += size;
    }
    if (bytes > bytesMax) throw outOfMemory();
    for (const value of [...inputs, ...outputs]) {
      const left = (readers.get(value) ?? 0) - (inputs.includes(value) ? 1 : 0);
      readers.set(value, left);
      if (left === 0 && made.has(value.node)) bytes -= bytesOf(value);
    }
  }
}

/** The largest typed array that can be had. */
export const ARRAY_BYTES_MAX = 2 ** 33;

export function bytesOf({ type }: Value): number {
  return numel(type.shape) * itemSize[type.dtype];
}

export function outOfMemory(): EngineFailure {
  return new EngineFailure('limit', 'the memory that a run may use is used up');
}
