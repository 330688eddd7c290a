// Where the numbers of tensors live: the graph value that stands in it now, and how often it was
// written to. An operator in place replaces the value; views see the change by the version.

import { ambient } from '../python/ambient.ts';
import type { Value as GraphValue } from '../graph/graph.ts';
import { opaque } from '../graph/build.ts';
import { itemSize } from '../tensor/dtype.ts';
import { numel } from '../tensor/shape.ts';

let lastAddress = 2 ** 44;

export class Storage {
  #value: GraphValue;
  #version = 0;
  #address = 0;

  constructor(value: GraphValue) {
    this.#value = value;
  }

  get value(): GraphValue {
    return this.#value;
  }

  set value(value: GraphValue) {
    this.#value = value;
  }

  get version(): number {
    return this.#version;
  }

  /** Where the numbers are, if this shows those of another storage. */
  get root(): Storage {
    return this;
  }

  /** A number that no other storage has near it; what programs compare to see who shares memory. */
  get address(): number {
    if (this.#address === 0) {
      this.#address = lastAddress;
      const { type } = this.value;
      lastAddress += Math.ceil((numel(type.shape) * itemSize[type.dtype] + 1) / 64) * 64;
    }
    return this.#address;
  }

  /** Replaces the whole storage. The new value has as many elements; its dtype is the storage's. */
  write(value: GraphValue): void {
    ambient.journal?.touch(this);
    this.#value = value;
    this.#version++;
  }

  /** For the undo journal. */
  snapshot(): () => void {
    const [value, version] = [this.#value, this.#version];
    return () => {
      this.#value = value;
      this.#version = version;
    };
  }

  /** The numbers are unknown from now on; the type is kept. */
  blur(missing: string | null = null): void {
    ambient.journal?.touch(this);
    this.#value = opaque(this.#value.type, missing);
    this.#version++;
  }
}
