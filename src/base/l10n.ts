// User-visible text in the person's language. English is the key: `t('Run cases')` looks its own
// text up in the table of the chosen language and stands for itself where there is none. Python's
// and PyTorch's messages never pass through here, since programs compare them.
//
// Use: `import * as l10n from '../base/l10n.ts'`, then `l10n.t('case {0} of {1}', 2, 4)` or
// `l10n.t('{passed} of {all} passed', { passed, all })`. The message is a literal, so that
// `node scripts/l10n.mjs` finds it; it lists what still lacks a translation.

import simplifiedChinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };

export type Language = 'en' | 'zh-cn';
export type Argument = string | number | boolean;

const tables: Record<Language, ReadonlyMap<string, string>> = {
  en: new Map(),
  'zh-cn': new Map(Object.entries(simplifiedChinese)),
};

// One process speaks one language: an entry chooses it once, before anything is shown.
let current: Language = 'en';

/** The message in the chosen language, with `{0}` or `{name}` replaced by the arguments. */
export function t(message: string, ...args: readonly Argument[]): string;
export function t(message: string, args: Readonly<Record<string, Argument>>): string;
export function t(
  message: string,
  ...args: readonly (Argument | Readonly<Record<string, Argument>>)[]
): string {
  const text = tables[current].get(message) ?? message;
  const [first] = args;
  const named: Readonly<Record<string, Argument>> =
    typeof first === 'object' ? first : Object.fromEntries(Object.entries(args as Argument[]));
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(named, name) ? String(named[name]) : placeholder,
  );
}

/** Chooses the language from a tag as editors (`zh-cn`) or shells (`zh_CN.UTF-8`) write it. */
export function useLanguage(tag: string): void {
  current = languageOf(tag);
}

export function language(): Language {
  return current;
}

/** Traditional Chinese readers get English: a Simplified table is not their language. */
function languageOf(tag: string): Language {
  const [language, ...rest] = tag.toLowerCase().split(/[-_.@]/);
  if (language !== 'zh') return 'en';
  return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'en' : 'zh-cn';
}
