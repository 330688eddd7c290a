// Python's strings are sequences of code points, JavaScript's of UTF-16 units. Where a string has
// no surrogate pairs the two agree, and everything here takes that short way.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** Whether units and code points of the string differ. */
export function hasPairs(text: string): boolean {
  if (text.length < REMEMBERED_FROM) return PAIR.test(text);
  if (text !== lastText) {
    lastText = text;
    lastHasPairs = PAIR.test(text);
  }
  return lastHasPairs;
}

// The answer for the last long string: a loop over its indices asks again and again. It depends
// on nothing but the string, so that runs do not see each other through it.
const REMEMBERED_FROM = 256;
let lastText = '';
let lastHasPairs = false;

/** `len(text)` */
export function lengthOf(text: string): number {
  if (!hasPairs(text)) return text.length;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if ((text.codePointAt(i) as number) > 0xffff) i++;
    count++;
  }
  return count;
}

/** The characters of a string, one code point each. */
export function codePointsOf(text: string): string[] {
  return Array.from(text);
}

/** `text[start:stop]` for indices within the string. */
export function sliceText(text: string, start: number, stop: number): string {
  if (!hasPairs(text)) return text.slice(start, Math.max(start, stop));
  const from = unitIndex(text, start);
  return text.slice(from, unitIndex(text, Math.max(start, stop), start, from));
}

/** Where the code point with this index begins, in units; the walk may start at a known place. */
export function unitIndex(text: string, index: number, knownIndex = 0, knownUnit = 0): number {
  let unit = knownUnit;
  for (let i = knownIndex; i < index && unit < text.length; i++) {
    unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1;
  }
  return unit;
}

/** How many code points stand before a unit. */
export function pointIndex(text: string, unit: number): number {
  return lengthOf(text.slice(0, unit));
}
