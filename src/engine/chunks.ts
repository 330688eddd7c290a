// Long graphs in parts. The time that ONNX Runtime takes to load a graph grows faster than the graph
// (1,000 operators in 0.1 s, 20,000 in 2.7 s, measured), and a loop without a look at its numbers
// makes very long ones.

import { pendingNodes, type Node, type Value } from '../graph/graph.ts';
import type { EvaluateOptions, EvaluateReport, Evaluator } from '../graph/op.ts';

/** How many nodes are evaluated at once. */
const NODES_MAX = 1500;

/** The same engine, asked for no more than so many nodes at once. */
export function inChunks(engine: Evaluator, nodesMax = NODES_MAX): Evaluator {
  return { evaluate: (values, options) => evaluate(engine, values, options ?? {}, nodesMax) };
}

async function evaluate(
  engine: Evaluator,
  values: readonly Value[],
  options: EvaluateOptions,
  nodesMax: number,
): Promise<EvaluateReport> {
  const requested = new Set(values);
  const reports: EvaluateReport[] = [];
  let kept: Value[] = [];
  try {
    for (;;) {
      const nodes = pendingNodes(values);
      kept = release(kept, nodes);
      if (nodes.length <= nodesMax) {
        reports.push(await engine.evaluate(values, options));
        return merged(reports);
      }
      const border = borderOf(nodes, nodesMax, requested);
      reports.push(await engine.evaluate(border, options));
      kept.push(...border.filter((value) => !requested.has(value)));
    }
  } finally {
    release(kept, []);
  }
}

/** What the first nodes give to the others, or to who asked. */
function borderOf(nodes: readonly Node[], count: number, requested: ReadonlySet<Value>): Value[] {
  const part = new Set(nodes.slice(0, count));
  const border = new Set<Value>();
  for (const node of nodes.slice(count)) {
    for (const input of node.inputs) if (part.has(input.node)) border.add(input);
  }
  for (const value of requested) if (part.has(value.node)) border.add(value);
  return [...border];
}

/** Forgets the numbers that no node needs any more; draws stay, since they are not repeated. */
function release(kept: readonly Value[], nodes: readonly Node[]): Value[] {
  const needed = new Set(nodes.flatMap(({ inputs }) => inputs));
  return kept.filter((value) => {
    if (needed.has(value)) return true;
    if (!value.node.op.random) value.data = null;
    return false;
  });
}

function merged(reports: readonly EvaluateReport[]): EvaluateReport {
  const last = reports.at(-1) as EvaluateReport;
  return {
    engine: last.engine,
    operators: reports.reduce((sum, { operators }) => sum + operators, 0),
    milliseconds: reports.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    elsewhere: [...new Set(reports.flatMap(({ elsewhere }) => elsewhere))],
  };
}
