// Dimensions that may be of any size in an exported model: the call is made again with other sizes,
// and what changes with them is computed in the model.

import * as l10n from '../base/l10n.ts';
import type { NdArray } from '../tensor/array.ts';
import { followSizes, type Followed, type Sample } from '../onnx/sizes.ts';
import type { Called, CalledRun } from '../trace/called.ts';
import type { DimMark } from '../view/dimMark.ts';
import type { ExportNote } from './export.ts';
import { exportGraph, type ExportGraph, type Refusal } from './exportGraph.ts';

/** Null where nothing is marked; a note where it can't be done. */
export async function followedSizes(
  called: Called,
  graph: ExportGraph,
  marks: readonly DimMark[],
  compute: (graph: ExportGraph) => Promise<void>,
): Promise<Followed | ExportNote | null> {
  if (marks.length === 0) return null;
  const { first, names } = called;
  const samples: Sample[] = [sampleOf(first, graph)];
  /** Null where the call itself takes no such sizes. */
  const add = async (sizes: ReadonlyMap<string, number>): Promise<Refusal | 'added' | null> => {
    const run = await called.again(sizes);
    if (!run) return null;
    const other = exportGraph(run, names, 'computed');
    if ('reason' in other) return other;
    await compute(other);
    samples.push(sampleOf(run, other));
    return 'added';
  };
  const together: Map<string, number>[] = [new Map(first.sizes), new Map(first.sizes)];
  for (const [label, size] of first.sizes) {
    const found: number[] = [];
    const tried = otherSizes(size);
    for (const other of tried) {
      if (found.length === SAMPLES) break;
      const result = await add(new Map([...first.sizes, [label, other]]));
      if (result === 'added') found.push(other);
      else if (result !== null) return notForAny(label, result.name, result.origin);
    }
    if (found.length < 2) return notAnother(label, size, tried);
    for (const [i, each] of together.entries()) each.set(label, found[i] as number);
  }
  const labels = [...first.sizes.keys()].join(', ');
  for (const sizes of first.sizes.size > 1 ? together : []) {
    const result = await add(sizes);
    if (result !== null && result !== 'added') return notForAny(labels, result.name, result.origin);
  }
  const inputs = first.inputs.map(({ name }) => name);
  const followed = followSizes(
    samples,
    marks.map(({ input, dim, label }) => ({ input: inputs.indexOf(input), dim, label })),
  );
  if (!('node' in followed)) return followed;
  const { op, origin } = followed.node;
  return notForAny(labels, op.name, origin);
}

function notForAny(labels: string, name: string, origin: ExportNote['origin']): ExportNote {
  const message = l10n.t('not supported yet: export of {0} for any size of {1}', name, labels);
  return { message, origin };
}

/** How many other sizes are looked at, where the call takes them. */
const SAMPLES = 4;

/**
 * Near ones, for what is rounded; far ones, for what changes rarely; and ones that share no factor
 * with it, for what is padded.
 */
function otherSizes(size: number): number[] {
  const odd = Math.floor(2.37 * size) + 1;
  const less = Math.floor(0.63 * size);
  const wanted = [size + 1, odd, 2 * size, less, 3 * size, size - 1, size / 2, size + 2, 4 * size];
  return [...new Set(wanted)].filter((each) => Number.isInteger(each) && each > 0 && each !== size);
}

function notAnother(label: string, size: number, tried: readonly number[]): ExportNote {
  const message = l10n.t(
    '{0} is {1} in the call, which does not go with other sizes (tried: {2}).',
    label,
    size,
    tried.join(', '),
  );
  return { message, origin: null };
}

function sampleOf({ sizes }: CalledRun, graph: ExportGraph): Sample {
  const { lowering, nodes, inputs, outputs } = graph;
  const weights = [...graph.weights].map(([value, { source, name }]) => {
    return [value, { name, array: source.data as NdArray }] as const;
  });
  return { flat: lowering.flat(nodes), inputs, outputs, weights: new Map(weights), sizes };
}
