// Storages that are another one's numbers seen otherwise: complex numbers as pairs of real ones,
// pairs as complex numbers, conjugates, negatives. What is written to one is written to the other.

import type { Value as GraphValue } from '../graph/graph.ts';
import { neg } from '../ops/arithmetic.ts';
import { conjPhysical, viewAsComplex, viewAsReal } from '../ops/rounding.ts';
import { reshape } from '../ops/shape.ts';
import { numel } from '../tensor/shape.ts';
import { Storage } from './storage.ts';

export type Aspect = 'pairs' | 'complex' | 'conj' | 'neg';

export class AspectStorage extends Storage {
  readonly source: Storage;
  readonly aspect: Aspect;
  #from: GraphValue | null = null;

  constructor(source: Storage, aspect: Aspect) {
    super(seenAs(source.value, aspect));
    this.source = source;
    this.aspect = aspect;
    this.#from = source.value;
  }

  override get root(): Storage {
    return this.source.root;
  }

  override get version(): number {
    return this.source.version;
  }

  override get value(): GraphValue {
    const { value } = this.source;
    if (this.#from !== value) {
      super.value = seenAs(value, this.aspect);
      this.#from = value;
    }
    return super.value;
  }

  override get address(): number {
    return this.source.address;
  }

  override write(value: GraphValue): void {
    const { type } = this.source.value;
    const back = { pairs: 'complex', complex: 'pairs', conj: 'conj', neg: 'neg' } as const;
    const turned = seenAs(value, back[this.aspect]);
    this.source.write(reshape({ input: turned, shape: type.shape }));
  }

  override blur(missing: string | null = null): void {
    this.source.blur(missing);
  }
}

/** All numbers of a storage in a row, as the aspect has them. */
function seenAs(value: GraphValue, aspect: Aspect): GraphValue {
  const flat = reshape({ input: value, shape: [numel(value.type.shape)] });
  switch (aspect) {
    case 'conj':
      return conjPhysical({ input: flat });
    case 'neg':
      return neg({ input: flat });
    case 'pairs':
      return reshape({ input: viewAsReal({ input: flat }), shape: [2 * numel(value.type.shape)] });
    case 'complex':
      return viewAsComplex({
        input: reshape({ input: flat, shape: [Math.floor(numel(value.type.shape) / 2), 2] }),
      });
  }
}

/** The storage seen so; what was seen so already, and undoes it, is the source itself. */
export function aspectOf(storage: Storage, aspect: Aspect): Storage {
  if (storage instanceof AspectStorage) {
    const undone = { pairs: 'complex', complex: 'pairs', conj: 'conj', neg: 'neg' }[aspect];
    if (storage.aspect === undone) return storage.source;
  }
  return new AspectStorage(storage, aspect);
}

export function isAspect(storage: Storage, aspect: Aspect): boolean {
  return storage instanceof AspectStorage && storage.aspect === aspect;
}
