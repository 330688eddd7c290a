import assert from 'node:assert/strict';
import { pageHtml } from '../../src/editor/panelPage.ts';
import { pageStateOf } from '../../src/panel/protocol.ts';

describe('the panel’s page', () => {
  it('takes back what it left, and nothing else', () => {
    assert.deepEqual(pageStateOf({ uri: 'file:///a.py', more: 1 }), { uri: 'file:///a.py' });
    for (const other of [undefined, null, 'file:///a.py', {}, { uri: 3 }]) {
      assert.equal(pageStateOf(other), null);
    }
  });

  it('lets its own script run and fetches nothing, with a nonce that is new each time', () => {
    const nonceOf = (page: string): string => {
      const policy = /content="(default-src 'none'; script-src 'nonce-([^']+)')"/.exec(page);
      assert.ok(policy?.[2], page);
      assert.equal(page.includes(`<script nonce="${policy[2]}" src="panel.js">`), true);
      return policy[2];
    };
    const frame = { script: 'panel.js', title: 'Cases', language: 'en' };
    const nonces = new Set(Array.from({ length: 20 }, () => nonceOf(pageHtml(frame))));
    assert.equal(nonces.size, 20);
    for (const nonce of nonces) assert.ok(nonce.length >= 16);
  });

  it('writes what it is given as text', () => {
    const page = pageHtml({ script: '"><b>', title: '<Cases> & "more"', language: 'zh-CN' });
    assert.match(page, /<html lang="zh-CN">/);
    assert.match(page, /<title>&lt;Cases&gt; &amp; &quot;more&quot;<\/title>/);
    assert.doesNotMatch(page, /<b>/);
  });
});
