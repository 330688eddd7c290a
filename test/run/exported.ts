// Exports a call of a program for tests, and runs the model on ONNX Runtime.

import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, type GraphProto } from 'onnx-buf';
import { BundledEngine } from '../../src/engine/bundled.ts';
import type { NativeHost } from '../../src/engine/nativeHost.ts';
import type { WrittenModel } from '../../src/onnx/model.ts';
import { parse } from '../../src/python/parse/parse.ts';
import { exportCall, type Export } from '../../src/run/export.ts';
import type { CallRequest } from '../../src/trace/called.ts';
import { ambientWorld } from '../trace/world.ts';

export interface Exported extends Export {
  /** What the program printed. */
  readonly printed: string;
}

export async function exported(
  source: string,
  call: CallRequest['target'],
  { besideFrom, marks = [] }: { besideFrom?: number; marks?: CallRequest['marks'] } = {},
): Promise<Exported> {
  let printed = '';
  const now = (): number => performance.now();
  const pause = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  const made = await exportCall(
    {
      path: 'main.py',
      parsed: parse(source),
      argv: ['main.py'],
      openFiles: new Map(),
      torchVersion: null,
      signal: null,
      readLine: () => null,
      onPrint: (text) => (printed += text),
      evaluator: new BundledEngine({ now, pause }),
      call: { target: call, marks },
      dataFile: 'model.onnx.data',
      ...(besideFrom !== undefined && { besideFrom }),
    },
    await ambientWorld(),
  );
  return { ...made, printed };
}

export function graphOf({ bytes }: WrittenModel): GraphProto {
  const { graph } = fromBinary(ModelProtoSchema, bytes);
  if (!graph) throw new Error('the model has no graph');
  return graph;
}

/** A tensor, as programs print one: nested lists. */
export type Nested = number | readonly Nested[];

/** The outputs of the model, flat, on ONNX Runtime. */
export async function runModel(
  host: NativeHost,
  model: WrittenModel,
  inputs: Readonly<Record<string, Nested>>,
): Promise<{ dims: readonly number[]; numbers: number[] }[]> {
  const { outputs } = await host.run({
    model: model.bytes,
    weights: inOneFile(model.weights),
    inputs: graphOf(model).input.map(({ name, type }) => {
      const nested = inputs[name] ?? [];
      const isInt = type?.value.case === 'tensorType' && type.value.value.elemType === INT64;
      const numbers = isInt
        ? BigInt64Array.from(flat(nested), BigInt)
        : Float32Array.from(flat(nested));
      const bytes = new Uint8Array(numbers.buffer);
      return { name, dtype: isInt ? 'int64' : 'float32', dims: dimsOf(nested), bytes };
    }),
    outputs: graphOf(model).output.map(({ name }) => name),
    threads: 1,
  });
  return outputs.map(({ dims, bytes }) => ({
    dims,
    numbers: [...new Float32Array(bytes.slice().buffer)],
  }));
}

/** TensorProto.DataType.INT64 */
const INT64 = 7;

/** As they lie in the file beside the model. */
function inOneFile(weights: WrittenModel['weights']): WrittenModel['weights'] {
  const [first] = weights;
  const last = weights.at(-1);
  if (!first || !last) return [];
  const bytes = new Uint8Array(last.offset + last.bytes.byteLength);
  for (const { offset, bytes: part } of weights) bytes.set(part, offset);
  return [{ location: first.location, offset: 0, bytes }];
}

export function flat(nested: Nested): number[] {
  return typeof nested === 'number' ? [nested] : nested.flatMap(flat);
}

function dimsOf(nested: Nested): number[] {
  return typeof nested === 'number' ? [] : [nested.length, ...dimsOf(nested[0] ?? 0)];
}
