// A memoryview as data: elements of a format in the memory of bytes or a bytearray.

import { Bytes } from './containers.ts';
import { builtinType, PyObject } from './object.ts';

export const memoryviewType = builtinType('memoryview');
memoryviewType.final = true;

/** What has memory to look at. The data may be another array after a bytearray has grown. */
export interface Exporter {
  readonly object: PyObject;
  readonly readonly: boolean;
  data(): Uint8Array;
}

export class MemoryView extends PyObject {
  readonly exporter: Exporter;
  /** As in `struct`, a single character. */
  readonly format: string;
  readonly itemSize: number;
  /** In bytes, where the first element is and how far it is to the next. */
  readonly offset: number;
  readonly stride: number;
  readonly length: number;
  readonly readonly: boolean;
  released = false;
  /** Sizes where there is more than one dimension. */
  dims: readonly number[] | null = null;

  constructor(
    exporter: Exporter,
    shape: { format: string; itemSize: number; offset: number; stride: number; length: number },
    readonly = exporter.readonly,
  ) {
    super(memoryviewType);
    this.exporter = exporter;
    this.format = shape.format;
    this.itemSize = shape.itemSize;
    this.offset = shape.offset;
    this.stride = shape.stride;
    this.length = shape.length;
    this.readonly = readonly;
  }

  get contiguous(): boolean {
    return this.stride === this.itemSize || this.length <= 1;
  }

  /** The bytes of all elements, one after the other. */
  bytes(): Uint8Array {
    const data = this.exporter.data();
    const { offset, length, itemSize, stride } = this;
    if (this.contiguous) return data.slice(offset, offset + length * itemSize);
    const made = new Uint8Array(length * itemSize);
    for (let i = 0; i < length; i++) {
      const at = offset + i * stride;
      made.set(data.subarray(at, at + itemSize), i * itemSize);
    }
    return made;
  }
}

/** The memory of a bytes-like object; null where it has none. */
export function bufferOf(value: unknown): Uint8Array | null {
  if (value instanceof Bytes) return value.data;
  if (value instanceof MemoryView && !value.released) return value.bytes();
  return null;
}
