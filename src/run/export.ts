// Exports a call as an ONNX model: the program is run to its end, the call made once more and watched,
// and what its outputs depend on written down, with the numbers of the weights.

import * as l10n from '../base/l10n.ts';
import type { Origin, Value } from '../graph/graph.ts';
import type { EvaluateOptions, Evaluator } from '../graph/op.ts';
import { writeKept, type Port } from '../onnx/kept.ts';
import type { WrittenModel } from '../onnx/model.ts';
import { itemSize } from '../tensor/dtype.ts';
import { numel, sizes } from '../tensor/shape.ts';
import type { Called, CalledRun, CallRequest } from '../trace/called.ts';
import type { Trace } from '../trace/facts.ts';
import { runLimits, traceProgram, type ProgramRequest, type World } from '../trace/program.ts';
import { followedSizes } from './exportSizes.ts';
import { exportGraph, type ExportGraph, type Refusal } from './exportGraph.ts';

export interface ExportRequest extends Pick<
  ProgramRequest,
  'path' | 'parsed' | 'argv' | 'openFiles' | 'torchVersion' | 'signal' | 'readLine' | 'onPrint'
> {
  readonly call: CallRequest;
  readonly evaluator: Evaluator;
  readonly stepsMax?: number;
  /** The name of the file beside the model that has the weights where they are too much for it. */
  readonly dataFile: string;
  /** From how many bytes of weights on. */
  readonly besideFrom?: number;
}

export interface ExportNote {
  readonly message: string;
  readonly origin: Origin | null;
}

export interface Export {
  readonly trace: Trace;
  /** Null where there is none; why stands in the refusal, or among the trace's diagnostics. */
  readonly model: WrittenModel | null;
  readonly refusal: ExportNote | null;
  readonly notes: readonly ExportNote[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

/** The most that a message of protobuf can hold, less what else there is in a model. */
const BESIDE_FROM = 2 ** 31 - 2 ** 24;

export async function exportCall(request: ExportRequest, world: World): Promise<Export> {
  const isCase = typeof request.call.target === 'number';
  let made: Omit<Export, 'trace'> = nothing(null);
  const trace = await traceProgram(
    {
      ...request,
      limits: runLimits(request.stepsMax),
      observe: isCase ? 'everything' : 'nothing',
      tests: isCase ? 'run' : 'leave',
      onCalled: async (called) => {
        made =
          typeof called === 'string'
            ? nothing({ message: called, origin: null })
            : await modelOf(called, request);
      },
    },
    world,
  );
  return { trace, ...made };
}

function nothing(refusal: ExportNote | null): Omit<Export, 'trace'> {
  return { model: null, refusal, notes: [], inputs: [], outputs: [] };
}

async function modelOf(called: Called, request: ExportRequest): Promise<Omit<Export, 'trace'>> {
  const { first, names } = called;
  const { evaluator, signal, dataFile, besideFrom = BESIDE_FROM, call } = request;
  const graph = exportGraph(first, names, call.marks.length > 0 ? 'computed' : 'folded');
  if ('reason' in graph) return nothing(told(graph));
  const finish = (each: ExportGraph): Promise<void> =>
    compute(
      [...each.weights.values()].map(({ source }) => source),
      evaluator,
      signal,
    );
  await finish(graph);
  const followed = await followedSizes(called, graph, call.marks, finish);
  if (followed && 'message' in followed) return nothing(followed);
  const inputs = ports(first.inputs, graph.inputs, (input, dim) => {
    const mark = call.marks.find(
      (each) => first.inputs[input]?.name === each.input && each.dim === dim,
    );
    return mark?.label;
  });
  const taken = new Set(inputs.map(({ name }) => name));
  const results = first.outputs.map(({ name, value }) => ({
    name: taken.has(name) ? `${name}_out` : name,
    value,
  }));
  const outputs = ports(results, graph.outputs, (output, dim) => {
    const label = followed?.outputLabel(output, dim);
    return label === null ? `${results[output]?.name ?? ''}_${dim}` : label;
  });
  const bytes = [...graph.weights.keys()].reduce((sum, { type }) => sum + bytesOf(type), 0);
  const weights = [...graph.weights].map(([value, { source, name }]) => {
    const array = source.data as NonNullable<typeof source.data>;
    return [value, { name: name ?? 'constant', array }] as const;
  });
  const model = writeKept(
    {
      flat: graph.lowering.flat(graph.nodes),
      inputs,
      outputs,
      weights: new Map(weights),
      nodeName: ({ origin }, opType) => nodeName(origin, opType),
      ...(followed && { operand: followed.operand }),
    },
    bytes < besideFrom ? 'inside' : { file: dataFile },
  );
  return { model, refusal: null, notes: notesOf(called), inputs, outputs };
}

/** `/layer1/0/conv1/Conv` */
function nodeName(origin: Origin | null, opType: string): string {
  const scope = origin?.scope ?? '';
  return scope === '' ? `/${opType}` : `/${scope.replaceAll('.', '/')}/${opType}`;
}

function ports(
  tensors: CalledRun['inputs'],
  values: readonly Value[],
  labelOf: (port: number, dim: number) => string | undefined,
): Port[] {
  return tensors.map(({ name, value: { type } }, i) => ({
    name,
    value: values[i] as Value,
    dtype: type.dtype,
    sizes: sizes(type.shape).map((size, dim) => labelOf(i, dim) ?? size),
  }));
}

function bytesOf({ dtype, shape }: Value['type']): number {
  return itemSize[dtype] * numel(shape);
}

async function compute(
  values: readonly Value[],
  evaluator: Evaluator,
  signal: AbortSignal | null,
): Promise<void> {
  const missing = values.filter(({ data }) => data === null);
  const options: EvaluateOptions = signal ? { signal } : {};
  if (missing.length > 0) await evaluator.evaluate(missing, options);
}

/** What the person should know of the model. */
function notesOf({ first, training, shared }: Called): ExportNote[] {
  const notes: ExportNote[] = [];
  if (shared.length > 0) {
    const message = l10n.t(
      'The call gives one tensor twice, and so it is one input: there is none for {0}.',
      shared.join(', '),
    );
    notes.push({ message, origin: null });
  }
  if (training) {
    const message = l10n.t(
      'The module is in training mode, and so is the model: call eval() before, if it is to infer.',
    );
    notes.push({ message, origin: null });
  }
  const lines = new Set<string>();
  for (const origin of first.looks) {
    const line = origin ? `${origin.path}:${origin.span.start}` : '';
    if (lines.has(line)) continue;
    lines.add(line);
    const message = l10n.t(
      'The program looks at numbers that depend on the inputs: the model does what followed for these.',
    );
    notes.push({ message, origin });
  }
  return notes;
}

function told({ reason, name, origin }: Refusal): ExportNote {
  switch (reason) {
    case 'draws':
      return {
        message: l10n.t('not supported yet: export of {0}, which draws random numbers', name),
        origin,
      };
    case 'unknown':
      return {
        message: l10n.t('The numbers of a tensor that the call uses are not known.'),
        origin,
      };
    case 'operator':
    case 'type':
      return { message: l10n.t('not supported yet: export of {0}', name), origin };
  }
}

/** `model.onnx: x float32[batch, 3] → output float32[batch, 5], 1.2 MB` */
export function exportSummary(file: string, bytes: number, { inputs, outputs }: Export): string {
  const list = (given: readonly Port[]): string =>
    given
      .map(({ name, dtype, sizes: shape }) => `${name} ${dtype}[${shape.join(', ')}]`)
      .join(', ');
  const size = bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return `${file}: ${list(inputs)} → ${list(outputs)}, ${size}`;
}
