// Files of a program: those of its host can be read, and what it writes stays in memory.

import assert from 'node:assert/strict';
import { runProgram } from './runProgram.ts';

const files = { '/data/input.txt': 'first\r\nsecond\nlast' };

function printed(source: string, input: readonly string[] = []): string {
  const { stdout, outcome } = runProgram('files.py', source, { files, input });
  assert.equal(outcome.kind, 'value');
  return stdout;
}

describe('files and standard input', () => {
  it('reads lines, with line ends made one', () => {
    const source = `
with open('/data/input.txt') as f:
    print(f.readline(), f.closed, f.name)
    print(list(f))
print(f.closed)
`;
    assert.equal(printed(source), "first\n False /data/input.txt\n['second\\n', 'last']\nTrue\n");
  });

  it('reads bytes as they are', () => {
    assert.equal(printed("print(open('/data/input.txt', 'rb').read(7))"), "b'first\\r\\n'\n");
  });

  it('keeps what was written for the run, and nothing of it on the host', () => {
    const source = `
with open('/data/new.txt', 'w') as f:
    print(f.write('line 1\\n'))
with open('/data/new.txt', 'a') as f:
    f.writelines(['x', 'y'])
print(repr(open('/data/new.txt').read()))
`;
    assert.equal(printed(source), "7\n'line 1\\nxy'\n");
    assert.deepEqual(Object.keys(files), ['/data/input.txt']);
  });

  it('refuses what is not there, closed, or opened in no known mode', () => {
    const source = `
for attempt in (lambda: open('/data/none.txt'), lambda: open('/data/input.txt', 'q'),
                lambda: open('/data/input.txt', 'x'), lambda: open('/data/input.txt').write('a')):
    try:
        attempt()
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
`;
    assert.equal(
      printed(source),
      "FileNotFoundError [Errno 2] No such file or directory: '/data/none.txt'\n" +
        "ValueError invalid mode: 'q'\n" +
        "FileExistsError [Errno 17] File exists: '/data/input.txt'\n" +
        'UnsupportedOperation not writable\n',
    );
  });

  it('reads standard input line by line up to its end', () => {
    const source = `
print(input('name? '), input())
try:
    input()
except EOFError as e:
    print(repr(e))
`;
    const expected = "name? Ann 7\nEOFError('EOF when reading a line')\n";
    assert.equal(printed(source, ['Ann', '7']), expected);
  });
});
