"""Writes src/torch/outNames.ts: the functions that take `out=`, and what each does where the dtype of
`out` is not the result's. Run with the Python that has torch 1.13; PyTorch's own operator database
gives the arguments (it imports `expecttest`, of which nothing is used)."""

import pathlib
import re
import sys
import types
import unittest
import warnings

stub = types.ModuleType('expecttest')
stub.TestCase, stub.ACCEPT = unittest.TestCase, False
sys.modules.setdefault('expecttest', stub)

import torch
from torch.testing._internal.common_methods_invocations import op_db

warnings.simplefilter('ignore')

REFUSALS = {
    'cast': r"^result type \w+ can't be cast",
    'cat': r"^torch\.cat\(\): input types can't be cast",
    'exact': r'^Expected out tensor to have dtype',
    'found': r'^Found dtype',
}


def taking_out():
    """The titles of the functions, as PyTorch's messages name them."""
    stubs = pathlib.Path(torch.__file__).parent / '_C' / '_VariableFunctions.pyi'
    names = set()
    for name, parameters in re.findall(r'def (\w+)\((.*)\) -> ', stubs.read_text()):
        if re.search(r'\bout: ', parameters) and not name.startswith('_') and hasattr(torch, name):
            names.add(name)
    for prefix in ('linalg', 'special', 'fft'):
        module = getattr(torch, prefix)
        for name in dir(module):
            if 'out=None' in (getattr(module, name).__doc__ or ''):
                names.add(f'{prefix}_{name}')
    # Functions of torch._C that torch.nn.functional hands on.
    names.update(('avg_pool2d', 'avg_pool3d', 'gelu', 'linear', 'logsigmoid', 'softplus', 'softshrink'))
    return names


def refusal(op):
    """Which check meets an `out` of another dtype; empty where none of the known ones does."""
    if torch.float32 not in op.dtypes:
        return ''
    for sample in list(op.sample_inputs('cpu', torch.float32))[:6]:
        try:
            result = op(sample.input, *sample.args, **sample.kwargs)
        except Exception:
            continue
        if not isinstance(result, torch.Tensor) or result.numel() == 0:
            continue
        if result.dtype == torch.bool:
            other = torch.empty(result.shape, dtype=torch.float64)
        else:
            other = torch.empty(result.shape, dtype=torch.bool)
        try:
            op(sample.input, *sample.args, **{**sample.kwargs, 'out': other})
        except Exception as error:
            for kind, pattern in REFUSALS.items():
                if re.search(pattern, str(error)):
                    return kind
            return ''
        return 'cast' if result.dtype == torch.bool else ''
    return ''


kinds = {name: '' for name in taking_out()}
for op in op_db:
    title = op.name.removeprefix('nn.functional.').replace('.', '_')
    if kinds.get(title) == '' and not op.variant_test_name:
        kinds[title] = refusal(op)
        for alias in op.aliases:
            kinds[alias.name.replace('.', '_')] = kinds[title]

print('// The functions that take `out=`, and which check meets an `out` of another dtype. Facts of 1.13,')
print('// written by test/torch/record_out.py.')
print()
print("export type OutCheck = 'cast' | 'cat' | 'exact' | 'found';")
print()
print("const names: Readonly<Record<OutCheck | 'other', string>> = {")
for kind in [*REFUSALS, '']:
    print(f"  {kind or 'other'}: `")
    line = '   '
    for name in sorted(name for name in kinds if kinds[name] == kind and name in taking_out()):
        if len(line) + len(name) > 96:
            print(line)
            line = '   '
        line += f' {name}'
    print(f'{line}`,')
print('};')
print('''
/** By the title that messages give the function. */
export const outChecks: ReadonlyMap<string, OutCheck | 'other'> = new Map(
  Object.entries(names).flatMap(([check, titles]) =>
    titles
      .trim()
      .split(/\\s+/)
      .map((title) => [title, check as OutCheck | 'other'] as const),
  ),
);''')
