// What runs long inside of a single call, here a match that backtracks for ages: it ends at the limit of
// time, and when it is stopped, in the middle of the call.

import assert from 'node:assert/strict';
import { liveLimits } from '../../src/trace/program.ts';
import { traceText } from './traceText.ts';

// Each would take hours.
const CALLS: Record<string, string> = {
  'a match that backtracks': "import re\nre.match('^(a+)+$', 'a' * 40 + 'b')\n",
  'a search': "import re\nre.search('(x+x+)+y', 'x' * 50)\n",
  'a look ahead': "import re\nre.match('(?=(a|aa)+$)', 'a' * 60 + 'b')\n",
  'a counted loop': "import re\nre.match('(?:(?:a{1,3}){1,50}){1,50}b', 'a' * 80)\n",
  'a substitution': "import re\nre.sub('(a|a)*b', '', 'a' * 60)\n",
};

describe('a call that takes long', () => {
  for (const [what, source] of Object.entries(CALLS)) {
    it(`ends at the limit of time: ${what}`, async () => {
      const { trace } = await traceText(source, { limits: liveLimits(150) });
      assert.equal(trace.end, 'time');
    });

    it(`is stopped in the middle: ${what}`, async () => {
      const abort = new AbortController();
      const limits = liveLimits(60_000);
      const running = traceText(source, { limits, signal: abort.signal });
      setTimeout(() => abort.abort(), 50);
      assert.equal((await running).trace.end, 'stopped');
    });
  }
});
