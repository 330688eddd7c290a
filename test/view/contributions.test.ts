// package.json and the typed table say the same, in both directions and in both languages.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import manifest from '../../package.json' with { type: 'json' };
import english from '../../package.nls.json' with { type: 'json' };
import chinese from '../../package.nls.zh-cn.json' with { type: 'json' };
import { colors, commands, defaultSettings } from '../../src/view/contributions.ts';

const { contributes } = manifest;

describe('contributions', () => {
  it('has the same commands in the manifest and in the code', () => {
    const contributed = contributes.commands.map(({ command }) => command);
    assert.deepEqual(contributed.sort(), Object.values(commands).sort());
  });

  it('has the same settings with the same defaults', () => {
    const contributed = Object.entries(contributes.configuration.properties).map(
      ([name, setting]) => [name, setting.default],
    );
    const declared = Object.entries(defaultSettings).map(([name, value]) => [
      `torchpad.${name}`,
      value,
    ]);
    assert.deepEqual(Object.fromEntries(contributed), Object.fromEntries(declared));
  });

  it('gives each setting a scope and a description', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok(setting.scope, name);
      assert.match(setting.markdownDescription, /^%.+%$/, name);
    }
  });

  it('has the same colors', () => {
    const contributed = contributes.colors.map(({ id }) => id);
    assert.deepEqual(contributed.sort(), Object.values(colors).sort());
  });

  it('uses only commands that it declares, in menus and keybindings', () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    const known: string[] = Object.values(commands);
    for (const { command } of used) assert.ok(known.includes(command), command);
  });

  it('words every text of the manifest in both languages and nothing else', () => {
    const used = JSON.stringify(manifest).match(/"%[\w.]+%"/g) ?? [];
    const keys = used.map((quoted) => quoted.slice(2, -2)).sort();
    assert.deepEqual(Object.keys(english).sort(), keys);
    assert.deepEqual(Object.keys(chinese).sort(), keys);
  });

  it('has the files that the manifest names', () => {
    assert.ok(fs.existsSync(new URL(`../../${manifest.icon}`, import.meta.url)));
  });
});
