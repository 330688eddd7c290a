import assert from 'node:assert/strict';
import fs from 'node:fs';
import { notices, shippedPackages } from '../scripts/notices.ts';

describe('THIRD-PARTY-NOTICES', () => {
  it('names the packages that the build bundled and the ones copied beside it', () => {
    const shipped = shippedPackages();
    assert.ok(shipped.includes('onnxruntime-node'));
    const written = fs.readFileSync(new URL('../THIRD-PARTY-NOTICES', import.meta.url), 'utf8');
    assert.equal(written, notices(), 'npm run notices');
  });
});
