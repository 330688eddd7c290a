import assert from 'node:assert/strict';
import { neighbour } from '../../src/panel/roving.ts';

describe('walking the cases with the keyboard', () => {
  it('goes down and up, and stays at the ends', () => {
    assert.equal(neighbour('ArrowDown', 0, 3), 1);
    assert.equal(neighbour('ArrowDown', 2, 3), 2);
    assert.equal(neighbour('ArrowUp', 1, 3), 0);
    assert.equal(neighbour('ArrowUp', 0, 3), 0);
  });

  it('jumps to the first and the last', () => {
    assert.equal(neighbour('Home', 2, 3), 0);
    assert.equal(neighbour('End', 0, 3), 2);
  });

  it('leaves every other key to the page', () => {
    for (const key of ['Enter', ' ', 'Tab', 'a', 'ArrowRight']) {
      assert.equal(neighbour(key, 0, 3), null);
    }
  });
});
