// What a case is called, wherever it is named.

import * as l10n from '../base/l10n.ts';
import type { Trace } from '../trace/facts.ts';

/** `2: ResidualBlock(64, 128, stride=1)` */
export function caseName({ cases }: Trace, caseIndex: number): string {
  const number = cases.findIndex(({ index }) => index === caseIndex) + 1;
  const found = cases[number - 1];
  return found ? `${number}: \`${found.constructed}\`` : String(caseIndex + 1);
}

/** `case 2 of 4: ResidualBlock(64, 128, stride=1)`, counted among the cases that are chosen from. */
export function caseTitle({ cases }: Trace, caseIndex: number, among: readonly number[]): string {
  const constructed = cases.find(({ index }) => index === caseIndex)?.constructed ?? '';
  const number = among.indexOf(caseIndex) + 1;
  return l10n.t('case {0} of {1}: {2}', number, among.length, constructed);
}
