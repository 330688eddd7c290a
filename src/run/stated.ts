// Output that a program's author states beside it, and whether the program printed it. A sibling
// file states it for certain; a comment, docstring or paragraph might as well be prose, so that it
// counts only where it says so or looks like what was printed.

/** A text that may be stated output. */
export interface Statement {
  readonly text: string;
  /** Whether it is meant as output beyond doubt. */
  readonly certain: boolean;
}

export interface StatedOutput {
  readonly matches: boolean;
  readonly expected: string;
  readonly printed: string;
}

/** Compares the stated output with the printed one; null where nothing is stated. */
export function compareStated(
  statements: readonly Statement[],
  printed: string,
): StatedOutput | null {
  const stated = statements.flatMap((each) => outputOf(each, printed));
  if (stated.length === 0) return null;
  const expected = stated.join('\n');
  const matches = normalised(expected).join('\n') === normalised(printed).join('\n');
  return { matches, expected, printed };
}

/** The lines without spaces at their ends and without empty lines around. */
export function normalised(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function outputOf({ text, certain }: Statement, printed: string): string[] {
  const lines = normalised(text);
  if (certain) return [lines.join('\n')];
  const heading = headingOf(lines[0] ?? '');
  if (heading !== null) {
    const rest = heading === '' ? lines.slice(1) : [heading, ...lines.slice(1)];
    return rest.length === 0 ? [] : [normalised(rest.join('\n')).join('\n')];
  }
  return looksPrinted(lines, normalised(printed)) ? [lines.join('\n')] : [];
}

/** `Expected output:`, with what follows on its line; null where the line is no such heading. */
function headingOf(line: string): string | null {
  return HEADING.exec(line)?.[1]?.trim() ?? null;
}

const HEADING =
  /^(?:>{0,3}\s*)?(?:expected(?: output)?|output|prints?|stdout|期望输出|预期输出|输出结果|输出)\s*[::]\s*(.*)$/i;

/** As many lines as were printed, and one of them begins as a printed one does. */
function looksPrinted(lines: readonly string[], printed: readonly string[]): boolean {
  if (lines.length === 0 || printed.length === 0) return false;
  if (lines.some((line) => line !== '' && printed.includes(line))) return true;
  if (lines.length !== printed.length) return false;
  return lines.some((line, i) => line.slice(0, ALIKE) === printed[i]?.slice(0, ALIKE));
}

/** How many characters two lines share at their start that are meant as the same line. */
const ALIKE = 4;

/** The comments after the last statement, and a string that stands there as a statement. */
export function trailingStatements(text: string): Statement[] {
  const lines = text.split(/\r\n|\n|\r/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const docstring = trailingString(lines);
  if (docstring !== null) return [{ text: docstring, certain: false }];
  const comments: string[] = [];
  for (let i = lines.length - 1; i >= 0 && /^#/.test(lines[i] ?? ''); i--) {
    comments.unshift((lines[i] ?? '').replace(/^# ?/, ''));
  }
  return comments.length > 0 ? [{ text: comments.join('\n'), certain: false }] : [];
}

/** A text in triple quotes that begins and ends a statement at the end of the file. */
function trailingString(lines: readonly string[]): string | null {
  const match = /(?:^|\n)r?("""|''')((?:(?!\1)[\s\S])*)\1$/.exec(lines.join('\n'));
  return match ? (match[2] ?? null) : null;
}

/** Which lines of the stated output stand for which case, by the lines that each case printed. */
export function expectedOfCases(
  stated: StatedOutput,
  printedOfCases: readonly { readonly caseIndex: number | null; readonly text: string }[],
): Map<number, { expected: string; matches: boolean }> {
  const expected = normalised(stated.expected);
  const found = new Map<number, { expected: string[]; printed: string[] }>();
  let line = 0;
  let begun = false;
  const parts = mergeParts(printedOfCases);
  for (const [i, { caseIndex, text }] of parts.entries()) {
    let lines = text.split('\n').map((each) => each.trimEnd());
    if (lines.at(-1) === '') lines.pop();
    if (!begun) lines = lines.slice(lines.findIndex((each) => each !== ''));
    begun ||= lines.length > 0;
    const isLast = i === parts.length - 1;
    const own = expected.slice(line, isLast ? undefined : line + lines.length);
    line += lines.length;
    if (caseIndex === null) continue;
    const known = found.get(caseIndex) ?? { expected: [], printed: [] };
    found.set(caseIndex, {
      expected: [...known.expected, ...own],
      printed: [...known.printed, ...lines],
    });
  }
  return new Map(
    [...found].map(([index, part]) => {
      const text = part.expected.join('\n');
      const matches =
        normalised(text).join('\n') === normalised(part.printed.join('\n')).join('\n');
      return [index, { expected: text, matches }];
    }),
  );
}

/** Pieces of one line belong together, to the case that began it. */
function mergeParts(
  parts: readonly { readonly caseIndex: number | null; readonly text: string }[],
): { caseIndex: number | null; text: string }[] {
  const merged: { caseIndex: number | null; text: string }[] = [];
  for (const { caseIndex, text } of parts) {
    const last = merged.at(-1);
    if (last && (last.caseIndex === caseIndex || !last.text.endsWith('\n'))) last.text += text;
    else merged.push({ caseIndex, text });
  }
  return merged;
}
