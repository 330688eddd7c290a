// Where `torchpad run` finds modules besides the program's own: PYTHONPATH, and the packages of an
// environment, which are read and not run.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { torchpad } from './inProcess.ts';

describe('modules from elsewhere', () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'torchpad packages ')));
    write('environment/bin/python', '');
    write(
      'environment/lib/python3.12/site-packages/widths/__init__.py',
      'from .all import width\n',
    );
    write('environment/lib/python3.12/site-packages/widths/all.py', 'width = 6\n');
    write('environment/lib/python3.12/site-packages/linked.pth', '../../../elsewhere\n');
    write('environment/elsewhere/heights.py', 'height = 7\n');
    write('libraries/widths.py', 'width = 9\n');
    write('project/main.py', 'import widths\nprint(widths.width)\n');
    write('project/both.py', 'import heights, widths\nprint(heights.height, widths.width)\n');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  const run = (
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): ReturnType<typeof torchpad> =>
    torchpad(['run', ...args], { folder: path.join(folder, 'project'), environment });

  it('are not there by themselves', async () => {
    const { code, stderr } = await run(['main.py']);
    assert.equal(code, 1);
    assert.match(stderr, /ModuleNotFoundError: No module named 'widths'/);
  });

  it('are those of the environment that --python names, by its interpreter or its folder', async () => {
    for (const place of ['environment/bin/python', 'environment']) {
      const { stdout, stderr } = await run(['--python', path.join(folder, place), 'both.py']);
      assert.equal(stdout, '7 6\n', stderr);
    }
  });

  it('are those of the active environment', async () => {
    const { stdout } = await run(['both.py'], { VIRTUAL_ENV: path.join(folder, 'environment') });
    assert.equal(stdout, '7 6\n');
  });

  it('are those of a .venv beside the program', async () => {
    fs.renameSync(path.join(folder, 'environment'), path.join(folder, 'project/.venv'));
    const { stdout } = await run(['both.py']);
    assert.equal(stdout, '7 6\n');
  });

  it('are those of PYTHONPATH before all of these', async () => {
    const { stdout } = await run(['main.py'], {
      PYTHONPATH: ['../nowhere', path.join(folder, 'libraries')].join(path.delimiter),
      VIRTUAL_ENV: path.join(folder, 'environment'),
    });
    assert.equal(stdout, '9\n');
  });

  it('have the annotations that their functions state', async () => {
    write(
      'libraries/notes.py',
      [
        'import inspect',
        'from typing import *',
        'class Note:',
        '    Kind = int',
        '    def __init__(self, kind: Kind, text: Optional[str] = None) -> None:',
        '        self.kind, self.text = kind, text or "a text that stands for none at all"',
        '    @classmethod',
        '    def of(cls, *texts: str, **more: "Note") -> List["Note"]:',
        '        return [cls(i, text) for i, text in enumerate(texts)] + list(more.values())',
        'def shown(notes: Sequence[Note], by: Callable[[Note], Any], *, all: bool = False) -> str:',
        '    return ", ".join(note.text for note in sorted(notes, key=by) if all or note.kind)',
        '',
      ].join('\n'),
    );
    write(
      'project/ask.py',
      [
        'import inspect, notes, typing',
        'print(notes.Note.__init__.__annotations__)',
        'print(inspect.signature(notes.Note.of))',
        'print(inspect.signature(notes.shown))',
        'print(typing.get_type_hints(notes.shown)["notes"])',
        'print(notes.shown.__annotations__ is notes.shown.__annotations__)',
      ].join('\n'),
    );
    const { stdout, stderr } = await run(['ask.py'], {
      PYTHONPATH: installed('libraries', 'notes.py'),
    });
    // As CPython 3.11 prints them.
    assert.equal(
      stdout,
      [
        "{'kind': <class 'int'>, 'text': typing.Optional[str], 'return': None}",
        "(*texts: str, **more: 'Note') -> List[ForwardRef('Note')]",
        '(notes: Sequence[notes.Note], by: Callable[[notes.Note], Any], *, all: bool = False) -> str',
        'typing.Sequence[notes.Note]',
        'True',
        '',
      ].join('\n'),
      stderr,
    );
  });

  /** Puts a file where packages are installed; gives the folder to look in. */
  const installed = (from: string, name: string): string => {
    const place = 'installed/lib/python3.12/site-packages';
    fs.mkdirSync(path.join(folder, place), { recursive: true });
    fs.renameSync(path.join(folder, from, name), path.join(folder, place, name));
    return path.join(folder, place);
  };
});
