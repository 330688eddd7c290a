import assert from 'node:assert/strict';
import { lastOf, partsOf } from '../../src/panel/printedParts.ts';
import type { PrintedText } from '../../src/view/caseTable.ts';

describe('printed output in the panel', () => {
  it('is whole where it is short', () => {
    const texts = [out('one\n'), out('two\n')];
    assert.deepEqual(lastOf(texts, 8), { texts, dropped: 0 });
  });

  it('loses its beginning where it is long', () => {
    assert.deepEqual(lastOf([out('abc'), out('def', 1), out('g')], 3), {
      texts: [out('ef', 1), out('g')],
      dropped: 4,
    });
    assert.deepEqual(lastOf([out('abc'), out('def')], 0), { texts: [], dropped: 6 });
  });

  it('joins neighbours of one case and one stream', () => {
    const error = { ...out('!', 1), stream: 'stderr' as const };
    assert.deepEqual(partsOf([out('a'), out('b'), out('c', 1), error, out('d', 1)]), [
      out('ab'),
      out('c', 1),
      error,
      out('d', 1),
    ]);
  });
});

function out(text: string, caseIndex: number | null = null): PrintedText {
  return { text, stream: 'stdout', caseIndex };
}
