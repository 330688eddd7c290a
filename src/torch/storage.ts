// Where the numbers of tensors live: the graph value that stands in it now, and how often it was
// written to. An operator in place replaces the value; views see the change by the version.

import { ambient } from '../python/ambient.ts';
import type { Value as GraphValue } from '../graph/graph.ts';
import { opaque } from '../graph/build.ts';

export class Storage {
  value: GraphValue;
  version = 0;

  constructor(value: GraphValue) {
    this.value = value;
  }

  /** Replaces the whole storage. The new value has as many elements; its dtype is the storage's. */
  write(value: GraphValue): void {
    ambient.journal?.touch(this);
    this.value = value;
    this.version++;
  }

  /** For the undo journal. */
  snapshot(): () => void {
    const { value, version } = this;
    return () => {
      this.value = value;
      this.version = version;
    };
  }

  /** Two sides of a branch wrote different things: the numbers are unknown, the type is kept. */
  blur(): void {
    this.value = opaque(this.value.type);
    this.version++;
  }
}
