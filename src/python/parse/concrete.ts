// The concrete tree: tree-sitter's tree read once into plain objects, so that the conversion makes
// no further calls into wasm. Comments and line continuations are left out. Nothing here knows
// what the nodes mean.

import type { Language, Tree } from 'web-tree-sitter';

export interface Concrete {
  /** The grammar's name of the node; of an anonymous token, its text. */
  readonly type: string;
  /** False for keywords, operators and punctuation. */
  readonly named: boolean;
  /** The grammar's name for the role that the node has in its parent. */
  readonly field: string | null;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Concrete[];
}

/** The names that the grammar's numbers stand for, looked up once per grammar. */
export interface Vocabulary {
  readonly types: readonly string[];
  readonly named: readonly boolean[];
  readonly fields: readonly (string | null)[];
  readonly left: ReadonlySet<number>;
  readonly closed: ReadonlySet<number>;
}

export function vocabularyOf(language: Language): Vocabulary {
  const types = Array.from({ length: language.nodeTypeCount }, (_, id) => language.types[id] ?? '');
  const numbered = (...names: string[]): Set<number> =>
    new Set(types.flatMap((type, id) => (names.includes(type) ? [id] : [])));
  return {
    types,
    named: types.map((_, id) => language.nodeTypeIsNamed(id)),
    fields: language.fields.map((field) => field ?? null),
    left: numbered('comment', 'line_continuation'),
    // What these consist of is read from the text, not from their children.
    closed: numbered('string_content', 'dotted_name', 'import_prefix', 'not in', 'is not'),
  };
}

/** Reads the whole tree. It must hold no errors. */
export function readTree(tree: Tree, vocabulary: Vocabulary): Concrete {
  const { types, named, fields, left, closed } = vocabulary;
  const cursor = tree.walk();
  const root: Concrete = { ...blank, start: cursor.startIndex, end: cursor.endIndex, children: [] };
  const parents: Concrete[][] = [];
  let siblings = root.children as Concrete[];
  let more = cursor.gotoFirstChild();
  while (more) {
    const id = cursor.nodeTypeId;
    let inner: Concrete[] | null = null;
    if (!left.has(id)) {
      const children: Concrete[] = [];
      siblings.push({
        type: types[id] ?? 'ERROR',
        named: named[id] ?? true,
        field: fields[cursor.currentFieldId] ?? null,
        start: cursor.startIndex,
        end: cursor.endIndex,
        children,
      });
      if (!closed.has(id) && cursor.gotoFirstChild()) inner = children;
    }
    if (inner) {
      parents.push(siblings);
      siblings = inner;
      continue;
    }
    while (!(more = cursor.gotoNextSibling())) {
      const outer = parents.pop();
      if (!outer) break;
      siblings = outer;
      cursor.gotoParent();
    }
  }
  cursor.delete();
  return root;
}

const blank = { type: 'module', named: true, field: null };

/** The first child in that role. */
export function part(node: Concrete, field: string): Concrete | undefined {
  const { children } = node;
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as Concrete;
    if (child.field === field && child.named) return child;
  }
  return undefined;
}

/** The first child in that role, where the grammar always has one. */
export function need(node: Concrete, field: string): Concrete {
  const found = part(node, field);
  if (!found) throw new Unexpected(node);
  return found;
}

export function parts(node: Concrete, field: string): Concrete[] {
  return node.children.filter((child) => child.field === field && child.named);
}

export function named(node: Concrete): Concrete[] {
  return node.children.filter((child) => child.named);
}

/** The first named child. */
export function only(node: Concrete): Concrete {
  for (const child of node.children) if (child.named) return child;
  throw new Unexpected(node);
}

/** Whether the keyword or sign stands directly in the node. */
export function has(node: Concrete, token: string): boolean {
  return node.children.some((child) => !child.named && child.type === token);
}

export function child(node: Concrete, type: string): Concrete | undefined {
  return node.children.find((child) => child.type === type && child.named);
}

/** The tree has a form that no Python has; its logical line is treated as broken. */
export class Unexpected extends Error {
  readonly node: Concrete;

  constructor(node: Concrete) {
    super(`unexpected ${node.type}`);
    this.node = node;
  }
}
