import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { silenceMaxMs, watchServer, type Watch } from '../../src/editor/watch.ts';

describe('watching the server', () => {
  let asked: number;
  let silent: number;
  let idle: boolean;
  let answer: (() => void) | undefined;
  let watch: Watch;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    [asked, silent, idle, answer] = [0, 0, false, undefined];
    watch = watchServer({
      ask: () => {
        asked++;
        return new Promise<void>((resolve) => (answer = resolve));
      },
      idle: () => idle,
      onSilent: () => silent++,
    });
  });
  afterEach(() => {
    watch.dispose();
    mock.timers.reset();
  });

  it('asks every second while there is something to wait for, and no longer', async () => {
    watch.wake();
    await pass(1000);
    assert.equal(asked, 1);
    await answered();
    await pass(1000);
    assert.equal(asked, 2);
    idle = true;
    await answered();
    await pass(10_000);
    assert.equal(asked, 2);
  });

  it('asks nothing of an idle server', async () => {
    idle = true;
    watch.wake();
    await pass(10_000);
    assert.equal(asked, 0);
  });

  it('calls a server silent that does not answer for five seconds, once', async () => {
    watch.wake();
    await pass(1000);
    await pass(silenceMaxMs - 1);
    assert.equal(silent, 0);
    await pass(1);
    assert.equal(silent, 1);
    await pass(60_000);
    assert.equal(silent, 1);
  });

  it('asks the next server once it has something to do', async () => {
    watch.wake();
    await pass(1000);
    await pass(silenceMaxMs);
    watch.wake();
    await pass(1000);
    assert.equal(asked, 2);
  });

  it('says nothing after it was disposed', async () => {
    watch.wake();
    await pass(1000);
    watch.dispose();
    await pass(silenceMaxMs);
    assert.equal(silent, 0);
  });

  async function answered(): Promise<void> {
    answer?.();
    await settle();
  }
});

async function pass(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  await settle();
}

/** Lets everything that waits for a promise go on. */
async function settle(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}
