import assert from 'node:assert/strict';
import {
  messagesOf,
  placeholdersOf,
  readChinese,
  readEnglish,
  usedMessages,
} from '../../scripts/l10n.ts';
import * as l10n from '../../src/base/l10n.ts';

describe('l10n', () => {
  afterEach(() => l10n.useLanguage('en'));

  it('replaces numbered and named placeholders, and leaves unknown ones alone', () => {
    assert.equal(l10n.t('a {0} b {1} c {2}', 1, 'two'), 'a 1 b two c {2}');
    assert.equal(l10n.t('a {x} b {y}', { x: true }), 'a true b {y}');
    assert.equal(l10n.t('{toString} {0}', '{1}', 'no second pass'), '{toString} {1}');
  });

  it('chooses the language as editors and shells name it', () => {
    const chosen = (tag: string): string => (l10n.useLanguage(tag), l10n.language());
    for (const tag of ['zh-cn', 'zh', 'zh_CN.UTF-8', 'zh-Hans-CN', 'zh-SG']) {
      assert.equal(chosen(tag), 'zh-cn', tag);
    }
    for (const tag of ['', 'C', 'en_US.UTF-8', 'de', 'zh-tw', 'zh-Hant', 'zh_HK.UTF-8']) {
      assert.equal(chosen(tag), 'en', tag);
    }
  });

  it('finds the messages of a source', () => {
    const source = 'l10n.t("one {0}", 1);\nt(`two`); other.t("three"); at("four");';
    assert.deepEqual(messagesOf(source, 'a.ts'), [
      { message: 'one {0}', line: 1 },
      { message: 'two', line: 2 },
    ]);
    assert.throws(() => messagesOf('l10n.t(text)', 'a.ts'), /a\.ts:1: .*not a literal/);
  });

  it('lists every message of the sources in both languages, and no others', () => {
    const used = [...usedMessages().keys()].sort();
    assert.deepEqual(Object.keys(readEnglish()).sort(), used, 'English: npm run l10n');
    assert.deepEqual(Object.keys(readChinese()).sort(), used, 'Simplified Chinese');
  });

  it('keeps the placeholders in every translation', () => {
    for (const [message, translation] of Object.entries(readChinese())) {
      assert.deepEqual(placeholdersOf(translation), placeholdersOf(message), message);
    }
  });

  it('speaks Chinese once asked to', () => {
    const entry = Object.entries(readChinese()).find(([message]) => !message.includes('{'));
    assert.ok(entry, 'no message without placeholders');
    l10n.useLanguage('zh-cn');
    assert.equal(l10n.t(entry[0]), entry[1]);
  });
});
