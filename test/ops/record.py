"""Records what PyTorch gives for the cases of each family: cases/FAMILY.py -> recorded/FAMILY.json.

    python3 test/ops/record.py [FAMILY ...]

A case is one call of an operator, by its name here (`max.dim` is an overload of `max`), with its
arguments in the order of the signature. Errors are recorded with class and message.
"""

import importlib.util
import json
import math
import pathlib
import sys
import warnings

import torch

here = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")
torch.set_num_threads(1)


class Recorder:
    """What a family's `cases(record)` calls: `record("add", x, y, alpha=2)`."""

    def __init__(self):
        self.cases = []

    def __call__(self, name, *args, call=None, tolerance=None, **kwargs):
        entry = {
            "op": name,
            "args": [encode(arg) for arg in args],
            "kwargs": {key: encode(value) for key, value in kwargs.items()},
        }
        if tolerance is not None:
            entry["tolerance"] = tolerance
        try:
            result = (call or function_named(name))(*args, **kwargs)
            results = result if isinstance(result, (tuple, list)) else [result]
            entry["results"] = [encode(item) for item in results]
        except Exception as error:
            entry["error"] = [type(error).__name__, str(error).split("\nException raised from")[0]]
        self.cases.append(entry)


def function_named(name):
    public = name.split(".")[0]
    for place in (torch, torch.nn.functional, torch.Tensor, torch.special, torch.linalg):
        if hasattr(place, public):
            return getattr(place, public)
    raise KeyError(public)


def encode(value):
    if isinstance(value, torch.Tensor):
        value = value.detach()
        dtype = str(value.dtype).replace("torch.", "")
        if value.is_complex():
            flat = torch.view_as_real(value.resolve_conj().contiguous()).reshape(-1)
        else:
            flat = value.contiguous().reshape(-1)
        if value.dtype in (torch.float16, torch.bfloat16):
            flat = flat.float()
        numbers = [plain(item) for item in flat.tolist()]
        return {"tensor": dtype, "shape": list(value.shape), "data": numbers}
    if isinstance(value, torch.dtype):
        return {"dtype": str(value).replace("torch.", "")}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return {"int": plain(value)}
    if isinstance(value, float):
        return {"float": plain(value)}
    raise TypeError(type(value))


def plain(number):
    if isinstance(number, float) and not math.isfinite(number):
        return str(number)
    if isinstance(number, int) and not isinstance(number, bool) and abs(number) > 2**53:
        return str(number)
    return number


def record(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    torch.manual_seed(0)
    recorder = Recorder()
    module.cases(recorder)
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in recorder.cases)
    target = here / "recorded" / f"{path.stem}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(f'{{"torch": "{torch.__version__}", "cases": [\n{lines}\n]}}\n')
    print(f"{path.stem}: {len(recorder.cases)} cases")


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for path in sorted((here / "cases").glob("*.py")):
        if not wanted or path.stem in wanted:
            record(path)
