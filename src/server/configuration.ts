// Settings as clients send them, whatever they send: nested by the dots of their names, and with
// defaults for what is missing or wrong.

import { defaultSettings, type SettingName, type Settings } from '../view/contributions.ts';

/** @param section what the client holds under `torchpad`. */
export function readSettings(section: unknown): Settings {
  const names = Object.keys(defaultSettings) as SettingName[];
  const entries = names.map((name) => {
    const value = at(section, name);
    return [name, isValid(name, value) ? value : defaultSettings[name]] as const;
  });
  return Object.fromEntries(entries) as unknown as Settings;
}

function at(section: unknown, name: string): unknown {
  let value = section;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

function isValid(name: SettingName, value: unknown): boolean {
  switch (name) {
    case 'engine':
      return value === 'auto' || value === 'native' || value === 'bundled';
    case 'hints.enabled':
      return typeof value === 'boolean';
    case 'hints.position':
      return value === 'lineEnd' || value === 'variable';
    case 'torchVersion':
      return typeof value === 'string';
    case 'trace.liveBudgetMs':
      return typeof value === 'number' && value > 0;
  }
}
