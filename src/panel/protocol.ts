// What the panel's page and the editor say to each other, both directions.

import type { Position } from '../base/span.ts';
import type { CaseTable } from '../view/caseTable.ts';

/** Editor to page. */
export interface ToPage {
  readonly kind: 'show';
  /** Null where no document with cases is in front of the person. */
  readonly shown: ShownCases | null;
}

/** One document's cases. */
export interface ShownCases {
  readonly uri: string;
  /** The file's name, for the heading. */
  readonly name: string;
  readonly table: CaseTable;
}

/** Page to editor. */
export type FromPage =
  /** The page's script runs: it wants to be shown something. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'goTo'; readonly place: Place }
  | { readonly kind: 'run' }
  | { readonly kind: 'stop' };

/** A place in a source file; `path` is a URI. */
export interface Place {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** What the page leaves with the editor, to be shown again after the window was reloaded. */
export interface PageState {
  readonly uri: string;
}

/** Reads what a page of an earlier version may have left; null where it is something else. */
export function pageStateOf(value: unknown): PageState | null {
  if (typeof value !== 'object' || value === null || !('uri' in value)) return null;
  return typeof value.uri === 'string' ? { uri: value.uri } : null;
}
