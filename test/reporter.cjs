// Mocha's own list of tests, and their counts in the file that TORCHPAD_TEST_COUNTS names, so that
// `npm test` can sum suites of several processes. In the extension host the list goes to the file
// that TORCHPAD_TEST_OUTPUT names: nobody sees that process's own output.
'use strict';

const fs = require('node:fs');
const { format } = require('node:util');
const { reporters } = require('mocha');

const { TORCHPAD_TEST_COUNTS: countsFile, TORCHPAD_TEST_OUTPUT: outputFile } = process.env;

if (outputFile) {
  reporters.Base.consoleLog = (...args) => fs.appendFileSync(outputFile, `${format(...args)}\n`);
}

module.exports = class CountingSpec extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    if (!countsFile) return;
    // Written after every test: a process that is killed has still told how far it came.
    const write = () => {
      const { passes, failures, pending } = this.stats;
      fs.writeFileSync(countsFile, JSON.stringify({ passed: passes, failed: failures, pending }));
    };
    runner.on('test end', write);
    runner.on('end', write);
    runner.on('fail', write);
  }
};
