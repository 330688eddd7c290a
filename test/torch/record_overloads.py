"""Writes src/torch/overloads.ts: the signatures that PyTorch's argument parser lists when a call fits
none of them, by function and by method. Run with the Python that has torch 1.13."""

import pathlib
import re

import torch


def listed(function, *args):
    try:
        function(*args, no_such_keyword=1)
    except TypeError as error:
        text = str(error)
        if 'but expected one of' in text:
            return re.findall(r'^ \* (\(.*\))$', text, flags=re.M)
    except Exception:
        pass
    return None


def tables():
    functions, methods = {}, {}
    for space in (torch, torch._C._nn):
        for name in dir(space):
            function = getattr(space, name)
            if name.startswith('_') or not callable(function) or isinstance(function, type):
                continue
            found = listed(function)
            if found:
                functions[name] = found
    tensor = torch.zeros(1)
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
                methods[name] = found
    return functions, methods


def written(name, table):
    lines = [f'export const {name}: Readonly<Record<string, readonly string[]>> = {{']
    for key, signatures in sorted(table.items()):
        lines.append(f'  {key}: [')
        lines += [f"    '{signature}'," if "'" not in signature else f'    "{signature}",' for signature in signatures]
        lines.append('  ],')
    lines.append('};')
    return '\n'.join(lines)


functions, methods = tables()
path = pathlib.Path(__file__).parents[2] / 'src' / 'torch' / 'overloads.ts'
path.write_text(
    '// The signatures that PyTorch lists in its message where a call fits none of them. Facts of 1.13,\n'
    '// written by test/torch/record_overloads.py.\n\n'
    + written('functionOverloads', functions) + '\n\n' + written('methodOverloads', methods) + '\n')
print(path, len(functions), len(methods))
