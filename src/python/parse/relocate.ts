// A tree whose spans are offsets into a patched text gets those of the original.

import type { Span } from '../../base/span.ts';
import type { Statement } from '../syntax.ts';
import type { Patched } from './patches.ts';

/** Changes the tree, which nobody else may hold yet. */
export function relocate(
  body: readonly Statement[],
  patched: Pick<Patched, 'startOf' | 'endOf'>,
): void {
  const seen = new Set<object>();
  const visit = (node: object): void => {
    if (seen.has(node) || ArrayBuffer.isView(node)) return;
    seen.add(node);
    const fields = node as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      const value = fields[key];
      if (typeof value !== 'object' || value === null) continue;
      if (isSpan(value)) {
        fields[key] = { start: patched.startOf(value.start), end: patched.endOf(value.end) };
      } else {
        visit(value);
      }
    }
  };
  visit(body);
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && !('kind' in value);
}
