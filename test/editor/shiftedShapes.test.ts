import assert from 'node:assert/strict';
import { shiftShapes, shiftThrough, type Replacement } from '../../src/editor/shiftedShapes.ts';
import type { LineShape } from '../../src/view/shape.ts';

describe('shapes after an edit', () => {
  const shapes = [shape(2, 'a'), shape(4, 'b'), shape(7, 'c')];

  it('stay where no line break came or went', () => {
    assert.equal(shiftShapes(shapes, [replace([4, 0], [4, 3], 'x')]), shapes);
  });

  it('move down below a new line', () => {
    assert.deepEqual(lines([replace([3, 5], [3, 5], '\n    ')]), ['2a', '5b', '8c']);
  });

  it('stay above a line break at their own end, in any of its spellings', () => {
    for (const text of ['\n    ', '\r\n', '\r']) {
      assert.deepEqual(lines([replace([4, 20], [4, 20], text)]), ['2a', '4b', '8c']);
    }
  });

  it('move with their line when a line is inserted before its first character', () => {
    assert.deepEqual(lines([replace([4, 0], [4, 0], 'import torch\n')]), ['2a', '5b', '8c']);
  });

  it('go with a deleted line, and move up below it', () => {
    assert.deepEqual(lines([replace([4, 0], [5, 0], '')]), ['2a', '6c']);
    assert.deepEqual(lines([replace([3, 9], [4, 12], '')]), ['2a', '6c']);
  });

  it('stay with a line that is joined with an empty one above or below', () => {
    assert.deepEqual(lines([replace([3, 0], [4, 0], '')]), ['2a', '3b', '6c']);
    assert.deepEqual(lines([replace([4, 9], [5, 0], '')]), ['2a', '4b', '6c']);
  });

  it('follow several replacements of one edit, which count in the same text', () => {
    const twice = [replace([1, 0], [1, 0], '\n'), replace([5, 0], [5, 0], '\n\n')];
    assert.deepEqual(lines(twice), ['3a', '5b', '10c']);
    assert.deepEqual(lines(twice.reverse()), ['3a', '5b', '10c']);
  });

  it('of an earlier version are moved through every edit since', () => {
    const down = { replacements: [replace([0, 0], [0, 0], '\n')] };
    const edits = [
      { ...down, version: 5 },
      { ...down, version: 6 },
    ];
    assert.deepEqual(shiftThrough(shapes, 4, edits, 6)?.map(show), ['4a', '6b', '9c']);
    assert.deepEqual(shiftThrough(shapes, 5, edits, 6)?.map(show), ['3a', '5b', '8c']);
    assert.deepEqual(shiftThrough(shapes, 6, edits, 6)?.map(show), ['2a', '4b', '7c']);
  });

  it('of a version too old to follow are not shown', () => {
    assert.equal(shiftThrough(shapes, 3, [], 6), null);
  });

  function lines(replacements: readonly Replacement[]): string[] {
    return shiftShapes(shapes, replacements).map(show);
  }
});

function shape(line: number, text: string): LineShape {
  return { line, text, hover: null, stale: false };
}

function show({ line, text }: LineShape): string {
  return `${line}${text}`;
}

function replace(
  [line, column]: [number, number],
  [endLine, endColumn]: [number, number],
  text: string,
): Replacement {
  return { start: { line, column }, end: { line: endLine, column: endColumn }, text };
}
