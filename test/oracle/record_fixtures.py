"""Writes under each line of the fixtures what PyTorch made there: test/hints and test/errors.

    python3 test/oracle/record_fixtures.py [FILE…]

In test/hints each statement that assigns or returns a tensor is followed by a comment: carets under
the target (or its "=", where the comment sign takes its place) or under what is returned, and the
shape. A line that ran with several shapes has them joined by arrows. In test/errors the carets are
under the expression that raised, with the exception. Columns count UTF-16 units, as editors do.
"""
import ast
import contextlib
import io
import os
import pathlib
import re
import sys
import traceback
import warnings

import torch

torch.set_num_threads(1)
CARETS = re.compile(r'^\s*# *\^+ ')


def main(files):
    tests = pathlib.Path(__file__).parent.parent
    paths = [pathlib.Path(f).resolve() for f in files]
    for path in paths or sorted([*tests.glob('hints/*.py'), *tests.glob('errors/*.py')]):
        child = os.fork()
        if child == 0:
            warnings.simplefilter('ignore')
            rewrite(path, errors if path.parent.name == 'errors' else hints)
            os._exit(0)
        if os.waitpid(child, 0)[1] != 0:
            sys.exit(f'{path}: the recorder failed')


def rewrite(path, record):
    text = path.read_text(encoding='utf-8')
    lines = [line for line in text.split('\n') if not CARETS.match(line)]
    notes = record('\n'.join(lines), str(path))
    if not notes:
        sys.exit(f'{path}: nothing to note')
    out = []
    for number, line in enumerate(lines, 1):
        out.append(line)
        for start, end, note in sorted(n[1:] for n in notes if n[0] == number):
            indent = len(line) - len(line.lstrip())
            start = max(start, indent + 2)
            carets = '^' * max(end - start, 1)
            out.append(' ' * indent + '#' + ' ' * (start - indent - 1) + carets + ' ' + note)
    annotated = '\n'.join(out)
    ast.parse(annotated)
    path.write_text(annotated, encoding='utf-8')


def hints(source, path):
    """(line, start, end, text) of each statement that made a tensor."""
    visits = {}

    def note(key, value):
        text = describe(value)
        if text is not None:
            texts = visits.setdefault(key, [])
            if text not in texts:
                texts.append(text)
        return value

    marker = Marker(source.split('\n'))
    tree = ast.fix_missing_locations(marker.visit(ast.parse(source)))
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(tree, path, 'exec'), {'__name__': '__main__', '__note__': note})
    return [(*marker.places[key], ' → '.join(texts)) for key, texts in visits.items()]


class Marker(ast.NodeTransformer):
    """Passes what is assigned or returned through a call of __note__."""

    def __init__(self, lines):
        self.lines = lines
        self.places = []

    def note(self, value, line, start, end):
        self.places.append((line, start, end))
        key = ast.Constant(len(self.places) - 1)
        return ast.Call(ast.Name('__note__', ast.Load()), [key, value], [])

    def target(self, target, value):
        start, end = self.span(target)
        # A target too short to stand beside a comment sign is marked at its "=".
        return self.note(value, target.lineno, start, max(end, self.indent(target.lineno) + 3))

    def visit_Assign(self, node):
        node.value = self.target(node.targets[0], self.visit(node.value))
        return node

    def visit_AnnAssign(self, node):
        node.value = self.target(node.target, self.visit(node.value))
        return node

    def visit_AugAssign(self, node):
        loaded = ast.parse(ast.unparse(node.target), mode='eval').body
        return [node, ast.Expr(self.target(node.target, loaded))]

    def visit_Return(self, node):
        if node.value is not None:
            node.value = self.note(self.visit(node.value), node.value.lineno, *self.span(node.value))
        return node

    def span(self, node):
        line = self.lines[node.lineno - 1]
        last = node.end_lineno == node.lineno
        end = column(line, node.end_col_offset) if last else units(line)
        return column(line, node.col_offset), end

    def indent(self, number):
        line = self.lines[number - 1]
        return len(line) - len(line.lstrip())


def describe(value):
    """The shape of a tensor, or of those in a tuple, list or dict; None where there is none."""
    if isinstance(value, torch.Tensor):
        return str(list(value.shape))
    if isinstance(value, dict):
        parts = [describe(item) for item in value.values()]
        named = [f'{key!r}: {part}' for key, part in zip(value, parts)]
        return '{' + ', '.join(named) + '}' if parts and None not in parts else None
    if isinstance(value, (tuple, list)):
        parts = [describe(item) for item in value]
        inside = ', '.join(map(str, parts))
        if not parts or None in parts:
            return None
        return f'({inside})' if isinstance(value, tuple) else f'[{inside}]'
    return None


def errors(source, path):
    """(line, start, end, text) of the uncaught exception, in the program's innermost frame."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, path, 'exec'), {'__name__': '__main__'})
    except Exception as error:
        text = traceback.format_exception_only(error)[-1].rstrip('\n')
        frames = [(f, tb) for f, tb in walk(error.__traceback__) if f.f_code.co_filename == path]
        frame, tb = frames[-1]
        positions = list(frame.f_code.co_positions())
        first, last, start, end = positions[tb.tb_lasti // 2]
        line = source.split('\n')[first - 1]
        stop = column(line, end) if first == last else units(line)
        return [(first, column(line, start), stop, f'{text}')]
    return []


def walk(tb):
    while tb is not None:
        yield tb.tb_frame, tb
        tb = tb.tb_next


def column(line, offset):
    return units(line.encode()[:offset].decode())


def units(text):
    return len(text.encode('utf-16-le')) // 2


if __name__ == '__main__':
    main(sys.argv[1:])
