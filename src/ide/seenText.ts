// Seen values as text: a tensor is its shape, a container the shapes in it. Used wherever a shape is
// written, so that all places write it alike.

import type { Seen, SeenDim, SeenTensor } from '../trace/facts.ts';

/** `[1, 64, 32, 32]` */
export function shapeText(tensor: SeenTensor): string {
  return `[${tensor.shape.map(dimText).join(', ')}]`;
}

/** The shapes in a value, or null where it holds no tensor. */
export function seenText(seen: Seen): string | null {
  return holdsTensor(seen) ? textOf(seen) : null;
}

/** What a value is, tensors or not: for a call's inputs and outputs. */
export function valueText(seen: Seen): string {
  return textOf(seen);
}

/** The tensors in a value, depth first. */
export function tensorsOf(seen: Seen): readonly SeenTensor[] {
  switch (seen.type) {
    case 'tensor':
      return [seen];
    case 'tuple':
    case 'list':
      return seen.items.flatMap(tensorsOf);
    case 'dict':
      return seen.entries.flatMap(([, value]) => tensorsOf(value));
    default:
      return [];
  }
}

/** A text that fits: the beginning, with an ellipsis where something is left out. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function holdsTensor(seen: Seen): boolean {
  return tensorsOf(seen).length > 0;
}

function dimText(dim: SeenDim): string {
  return dim.name ?? String(dim.value);
}

function textOf(seen: Seen): string {
  switch (seen.type) {
    case 'tensor':
      return shapeText(seen);
    case 'tuple': {
      const { items, length } = seen;
      return length === 1 && items.length === 1
        ? `(${itemsText(items, length)},)`
        : `(${itemsText(items, length)})`;
    }
    case 'list':
      return listText(seen.items, seen.length);
    case 'dict': {
      const { entries, length } = seen;
      const texts = entries.map(([key, value]) => `${key}: ${textOf(value)}`);
      return `{${withRest(texts, length)}}`;
    }
    case 'module':
      return seen.title;
    case 'unknown':
      return '?';
    case 'other':
      return seen.className;
  }
}

/** Equal items are counted (`3 × [1, 2]`), so that a list of shapes does not look like a shape. */
function listText(items: readonly Seen[], length: number): string {
  const texts = items.map(textOf);
  const [first] = texts;
  if (first !== undefined && items.length === length && texts.every((text) => text === first)) {
    return `${length} × ${first}`;
  }
  return `list(${withRest(texts, length)})`;
}

function itemsText(items: readonly Seen[], length: number): string {
  return withRest(items.map(textOf), length);
}

function withRest(texts: readonly string[], length: number): string {
  return [...texts, ...(texts.length < length ? ['…'] : [])].join(', ');
}
