import importlib, inspect, pathlib
import torch, torch.nn as nn, torch.nn.functional as F, torch.nn.init, textwrap, types, torch.utils.data, torch.optim, torch.distributions
extra = {
 'torch': "accelerator compile export func vmap amp asarray get_default_device set_default_device set_float32_matmul_precision get_float32_matmul_precision float8_e4m3fn float8_e5m2 float8_e4m3fnuz float8_e5m2fnuz uint16 uint32 uint64 mtia xpu mps cond while_loop sym_int sym_max sym_min sym_not sym_float sym_ite sym_sum sym_sqrt get_device_module thread_safe_generator narrow_copy unravel_index hash_tensor rms_norm scaled_dot_product_attention cuda library masked nested signal _dynamo _inductor _foreach_add sparse utils typename is_warn_always_enabled use_deterministic_algorithms __version__ linspace_like nonzero_static".split(),
 'Tensor': "nonzero_static to_padded_tensor module_load untyped_storage itemsize nbytes mT H mH dim_order slice_inverse resolve_conj sum_to_size index_reduce index_reduce_ scatter_reduce scatter_reduce_ __dlpack__".split(),
 'nn': "RMSNorm CircularPad1d CircularPad2d CircularPad3d ZeroPad1d ZeroPad3d attention Buffer UninitializedBuffer".split(),
 'F': "rms_norm scaled_dot_product_attention".split(),
 'init': [],
 'optim': "Adafactor Muon".split(),
}
def public(ns):
    return sorted(n for n in dir(ns) if not (n.startswith('__')))
def data(name, ns, skip=()):
    names = sorted(set(public(ns)) | set(extra.get(name, [])))
    names = [n for n in names if n.isidentifier() and n not in skip]
    return names
stdlib = {n for n in dir(torch) if isinstance(getattr(torch,n), types.ModuleType) and not getattr(torch,n).__name__.startswith('torch')} | {'Any','Callable','Dict','Optional','Set','Type','Union','Tuple','TYPE_CHECKING','_C','List','builtins'}
tables = {
 'torch': data('torch', torch, stdlib),
 'Tensor': data('Tensor', torch.Tensor),
 'torch.nn': data('nn', nn),
 'torch.nn.functional': data('F', F, {'Any','Callable','List','Optional','Tuple','Union','TYPE_CHECKING','Tensor','warnings','math','np','importlib'}),
 'torch.nn.init': data('init', torch.nn.init),
 'torch.optim': data('optim', torch.optim),
 'torch.utils.data': data('', torch.utils.data),
 'torch.distributions': data('', torch.distributions),
 'torch.linalg': data('', torch.linalg),
 'torch.fft': data('', torch.fft),
 'torch.special': data('', torch.special),
 'torch.cuda': data('', torch.cuda),
}
# Modules of ours that are written in Python: what PyTorch defines in them.
for path in sorted(pathlib.Path('src/torch/lib').rglob('*.py')):
    parts = path.relative_to('src/torch/lib').with_suffix('').parts
    name = '.'.join(('torch', *(part for part in parts if part != '__init__')))
    try:
        module = importlib.import_module(name)
    except Exception:
        continue
    names = sorted(n for n, value in vars(module).items() if not n.startswith('_') and (inspect.isclass(value) or inspect.isfunction(value)) and str(getattr(value, '__module__', '')).startswith('torch'))
    if names and name not in tables:
        tables[name] = names
print("// The names that PyTorch has in its public namespaces, of 1.13 (from the modules themselves) and")
print("// the documented ones of 2.x. A name that is here and not supported is \"not supported yet\"; one")
print("// that is not here does not exist. Written by test/torch/record_names.py.")
print()
print("export const knownNames: Readonly<Record<string, ReadonlySet<string>>> = {")
for k, names in tables.items():
    print(f"  '{k}': split(`")
    for line in textwrap.wrap(' '.join(n for n in names), 96): print(f"    {line}")
    print("  `),")
print("};")
print()
print("""function split(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\\s+/));
}""")
