"""Writes src/torch/overloads.ts: the signatures that PyTorch's argument parser lists when a call fits
none of them, by function and by method. Run with the Python that has torch 1.13."""

import inspect
import pathlib
import re

import torch


class Strange:
    """What no argument may be."""


def listed(function):
    strange = Strange()
    for args, keywords in (((), {'no_such_keyword': 1}), ((strange,), {}), ((strange, strange), {})):
        try:
            function(*args, **keywords)
        except TypeError as error:
            text = str(error)
            if 'but expected one of' in text:
                title = text[: text.index('(')]
                return title, lone_counts(function), re.findall(r'^ \* (\(.*\))$', text, flags=re.M)
        except Exception:
            pass
    return None


def lone_counts(function):
    """Numbers of arguments that only one signature takes: then its own complaint is the message."""
    counts = []
    for count in range(7):
        try:
            function(*[Strange()] * count)
        except TypeError as error:
            if re.match(r"\w+\(\): argument '", str(error)):
                counts.append(count)
        except Exception:
            pass
    return counts


def tables():
    functions, methods, lone, lone_methods = {}, {}, {}, {}
    for space in (torch, torch._C._nn, torch._C._special, torch._C._fft, torch._C._linalg):
        for name in dir(space):
            function = getattr(space, name)
            if name.startswith('_') or not inspect.isbuiltin(function):
                continue
            found = listed(function)
            if found:
                functions[found[0]] = found[2]
                lone.update({found[0]: found[1]} if found[1] else {})
    tensor = torch.zeros(2, 2)
    for name in dir(torch.Tensor):
        if name.startswith('_'):
            continue
        try:
            function = getattr(tensor, name)
        except (AttributeError, RuntimeError):
            continue
        if callable(function):
            found = listed(function)
            if found:
                methods[found[0]] = found[2]
                lone_methods.update({found[0]: found[1]} if found[1] else {})
    return functions, methods, lone, lone_methods


def counted(name, table):
    lines = [f'export const {name}: Readonly<Record<string, readonly number[]>> = {{']
    lines += [f'  {key}: {counts},' for key, counts in sorted(table.items())]
    return '\n'.join([*lines, '};'])


def written(name, table):
    lines = [f'export const {name}: Readonly<Record<string, readonly string[]>> = {{']
    for key, signatures in sorted(table.items()):
        lines.append(f'  {key}: [')
        lines += [f"    '{signature}'," if "'" not in signature else f'    "{signature}",' for signature in signatures]
        lines.append('  ],')
    lines.append('};')
    return '\n'.join(lines)


functions, methods, lone, lone_methods = tables()
path = pathlib.Path(__file__).parents[2] / 'src' / 'torch' / 'overloads.ts'
path.write_text(
    '// The signatures that PyTorch lists in its message where a call fits none of them. Facts of 1.13,\n'
    '// written by test/torch/record_overloads.py.\n\n'
    + written('functionOverloads', functions) + '\n\n' + written('methodOverloads', methods)
    + '\n\n/** Numbers of arguments that one signature alone takes: what it refuses is told of it. */\n'
    + counted('functionAlone', lone) + '\n\n' + counted('methodAlone', lone_methods) + '\n')
print(path, len(functions), len(methods))
