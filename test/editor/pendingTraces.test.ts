import assert from 'node:assert/strict';
import { PendingTraces } from '../../src/editor/pendingTraces.ts';

describe('what a silent server is blamed on', () => {
  let pending: PendingTraces;

  beforeEach(() => {
    pending = new PendingTraces();
  });

  it('is the document in front of the person, if that was not answered for', () => {
    pending.sent({ uri: 'a', version: 1 });
    pending.sent({ uri: 'b', version: 3 });
    assert.deepEqual(pending.blame('b'), [{ uri: 'b', version: 3 }]);
    assert.deepEqual(pending.silentOver, [{ uri: 'b', version: 3 }]);
  });

  it('is all that was not answered for, where that is something else', () => {
    pending.sent({ uri: 'a', version: 1 });
    pending.sent({ uri: 'b', version: 3 });
    pending.answered({ uri: 'b', version: 3 });
    assert.deepEqual(pending.blame('b'), [{ uri: 'a', version: 1 }]);
  });

  it('is nothing that was answered for, and an old answer does not count', () => {
    pending.sent({ uri: 'a', version: 1 });
    pending.sent({ uri: 'a', version: 2 });
    pending.answered({ uri: 'a', version: 1 });
    assert.equal(pending.none, false);
    pending.answered({ uri: 'a', version: 2 });
    assert.equal(pending.none, true);
    assert.deepEqual(pending.blame('a'), []);
  });

  it('is told once: the same version waits for no answer again, the next one does', () => {
    pending.sent({ uri: 'a', version: 1 });
    pending.blame('a');
    pending.sent({ uri: 'a', version: 1 });
    assert.equal(pending.none, true);
    pending.sent({ uri: 'a', version: 2 });
    assert.equal(pending.none, false);
  });

  it('is forgotten with the document', () => {
    pending.sent({ uri: 'a', version: 1 });
    pending.blame('a');
    pending.closed('a');
    assert.deepEqual(pending.silentOver, []);
  });
});
