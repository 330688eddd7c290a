"""Records what PyTorch does with the programs beside this file: python3 test/oracle/record.py

Each program of programs/GROUP/NAME.py, and each of examples/, runs in a process of its own, on one
thread. Its standard output and its uncaught exception go to recorded/GROUP.json: `line` is where the exception was
raised within the program, `lines` the program's own lines on the way there, outermost first.

A program is complete and shows what it computes by printing it. "exact" at the head of its first
comment means that its numbers are compared as text; otherwise floats are compared within a
tolerance, and everything else as text.

    python3 test/oracle/record.py [GROUP…]     records these groups only
"""
import io
import json
import os
import pathlib
import sys
import traceback
import warnings

import torch
import torch.nn  # noqa: F401  so that each child starts with it loaded

torch.set_num_threads(1)
here = pathlib.Path(__file__).parent


def main(groups):
    folders = sorted(p for p in (here / 'programs').iterdir() if p.is_dir())
    folders.append(here.parent.parent / 'examples')
    for folder in folders:
        if groups and folder.name not in groups:
            continue
        programs = {path.stem: run_apart(path) for path in sorted(folder.glob('*.py'))}
        out = here / 'recorded' / f'{folder.name}.json'
        out.parent.mkdir(exist_ok=True)
        content = {'torch': torch.__version__, 'programs': programs}
        out.write_text(json.dumps(content, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')
        failed = sum(result['error'] is not None for result in programs.values())
        print(f'{folder.name}: {len(programs)} programs, {failed} end in an exception')


def run_apart(path):
    """Runs a program in a child that inherits the loaded torch."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, 'w', encoding='utf-8') as pipe:
            json.dump(run(path), pipe)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding='utf-8') as pipe:
        result = json.load(pipe)
    os.waitpid(child, 0)
    return result


def run(path):
    warnings.simplefilter('ignore')
    sys.argv = [str(path)]
    sys.stdout = io.StringIO()
    error = None
    try:
        code = compile(path.read_text(encoding='utf-8'), str(path), 'exec')
        exec(code, {'__name__': '__main__', '__file__': str(path)})
    except BaseException as raised:
        error = describe(raised, path)
    return {'stdout': sys.stdout.getvalue(), 'error': error}


def describe(raised, path):
    frames = traceback.extract_tb(raised.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(path)]
    return {
        'type': type(raised).__name__,
        'message': str(raised),
        'line': lines[-1] if lines else getattr(raised, 'lineno', None),
        'lines': lines,
    }


if __name__ == '__main__':
    main(sys.argv[1:])
