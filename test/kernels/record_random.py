"""Records what PyTorch's CPU generator makes: python3 test/oracle/record_random.py

Each sequence is a list of steps on one generator, written to random.json with what each
step gave and the state after it. Arrays are base64 of their little-endian bytes; of long ones only
a checksum and the first and last values are kept. The state is a checksum with the cached normal
taken out (its last bit depends on the C library), which stands beside it as a number; one full
state is kept as well.
"""
import base64
import hashlib
import json
import pathlib
import struct

import torch

torch.set_num_threads(1)

F32, F64, I64, I32, U8 = 'float32', 'float64', 'int64', 'int32', 'uint8'


def fill(dtype, size):
    return torch.empty(size, dtype=getattr(torch, dtype))


STEPS = {
    'seed': lambda value: torch.manual_seed(int(value)) and None,
    'uniform': lambda dtype, size, low=0.0, high=1.0: fill(dtype, size).uniform_(low, high),
    'normal': lambda dtype, size, mean=0.0, std=1.0: fill(dtype, size).normal_(mean, std),
    'normalSerially': lambda dtype, size: fill(dtype, (size, 2)).select(1, 0).normal_(),
    'bernoulli': lambda dtype, size, p: fill(dtype, size).bernoulli_(p),
    'bernoulliEach': lambda dtype, size: torch.bernoulli(
        torch.arange(size, dtype=getattr(torch, dtype)) / size),
    'randomInt': lambda dtype, size, low, high: fill(dtype, size).random_(int(low), int(high)),
    'random': lambda dtype, size: fill(dtype, size).random_(),
    'randperm': lambda size: torch.randperm(size),
    'exponential': lambda dtype, size, rate=1.0: fill(dtype, size).exponential_(rate),
}

SEQUENCES = {
    **{f'{name} of {size}, {dtype}': [['seed', 0], [name, dtype, size]]
       for name in ('uniform', 'normal')
       for dtype in (F32, F64)
       for size in (*range(0, 41), 1000)},
    **{f'a large {name}, {dtype}': [['seed', 1234], [name, dtype, 100003]]
       for name in ('uniform', 'normal')
       for dtype in (F32, F64)},
    **{f'{name} between {low} and {high}, {dtype}': [['seed', 7], [name, dtype, size, low, high]]
       for dtype in (F32, F64)
       for name, size, low, high in (
           ('uniform', 3000, -0.125, 0.125), ('uniform', 3000, 0.1, 0.77),
           ('uniform', 3000, -5.0, 1.3), ('uniform', 9, 3.0, 3.0),
           ('normal', 1000, 0.3, 1.7), ('normal', 7, -2.0, 0.01), ('normal', 33, 5.0, 0.0))},
    **{f'seed {value}': [['seed', str(value)], ['uniform', F32, 4], ['normal', F32, 3]]
       for value in (0, 1, 42, 2**31, 2**32 - 1, 2**32, 2**32 + 1, 2**63, 2**64 - 1, -1, -2**63)},
    'the cached normal outlives other draws': [
        ['seed', 0], ['normal', F32, 1], ['uniform', F32, 3], ['normal', F64, 2],
        ['normal', F32, 20], ['bernoulli', F32, 5, 0.5], ['normal', F32, 4], ['randperm', 5],
        ['normal', F64, 1]],
    'manual_seed drops the cached normal': [
        ['seed', 3], ['normal', F32, 5], ['seed', 3], ['normal', F32, 5], ['normal', F32, 1]],
    'small, large, small normals': [
        ['seed', 5], ['normal', F32, 15], ['normal', F32, 16], ['normal', F32, 15],
        ['normal', F32, 17], ['uniform', F64, 2], ['normal', F64, 31]],
    'a non-contiguous normal of any size goes one by one': [
        ['seed', 2], ['normalSerially', F32, 33], ['normalSerially', F64, 20],
        ['normal', F32, 1]],
    'over the end of a block': [
        ['seed', 9], ['uniform', F32, 623], ['uniform', F64, 1], ['uniform', F32, 622],
        ['normal', F32, 3], ['uniform', F32, 5000], ['randperm', 3]],
    'bernoulli': [
        ['seed', 0], ['bernoulli', F32, 1000, 0.5], ['bernoulli', F64, 100, 0.3],
        ['bernoulli', F32, 40, 0.9], ['bernoulli', U8, 40, 0.1], ['bernoulli', F32, 9, 1.0],
        ['bernoulli', F32, 9, 0.0]],
    'bernoulli of a tensor': [
        ['seed', 0], ['bernoulliEach', F32, 200], ['bernoulliEach', F64, 200],
        ['bernoulliEach', F32, 7]],
    'integers': [
        ['seed', 0], ['randomInt', I64, 50, 0, 10], ['randomInt', I32, 50, -5, 5],
        ['randomInt', F32, 20, 0, 1000], ['randomInt', I64, 20, 0, 2**32 - 1],
        ['randomInt', I64, 20, 0, 2**32], ['randomInt', I64, 20, -7, str(2**40)],
        ['randomInt', I64, 20, str(-2**62), str(2**62)], ['randomInt', U8, 20, 0, 256],
        ['randomInt', F64, 20, 0, 2**33], ['randomInt', I32, 20, -2**31, 2**31 - 1],
        ['uniform', F32, 2]],
    'integers of all the range of the dtype': [
        ['seed', 0], ['random', I64, 20], ['random', I32, 20], ['random', U8, 20],
        ['random', F32, 20], ['random', F64, 20], ['uniform', F32, 2]],
    'permutations': [
        ['seed', 0], *[['randperm', n] for n in (0, 1, 2, 3, 10, 100, 1000)], ['uniform', F32, 2]],
    'exponential': [
        ['seed', 0], ['exponential', F32, 50], ['exponential', F64, 50, 2.5],
        ['exponential', F32, 3, 0.1]],
}


def record(steps):
    torch.manual_seed(0)
    return [{'step': step, **result(STEPS[step[0]](*step[1:])), **state()} for step in steps]


def result(values):
    if values is None:
        return {}
    data = values.contiguous().numpy().tobytes()
    dtype = str(values.dtype).removeprefix('torch.')
    if len(values) <= 1000:
        return {'dtype': dtype, 'values': base64.b64encode(data).decode()}
    width = values.element_size()
    return {
        'dtype': dtype,
        'length': len(values),
        'first': base64.b64encode(data[:64 * width]).decode(),
        'last': base64.b64encode(data[-64 * width:]).decode(),
        'sha256': hashlib.sha256(data).hexdigest(),
    }


def state():
    data = bytearray(torch.get_rng_state().numpy().tobytes())
    cached = struct.unpack_from('<d', data, 5024)[0]
    struct.pack_into('<d', data, 5024, 0.0)
    return {'state': hashlib.sha256(bytes(data)).hexdigest(), 'cachedNormal': cached}


def full_state():
    torch.manual_seed(17)
    torch.rand(1000)
    torch.randn(3)
    data = torch.get_rng_state().numpy().tobytes()
    return {
        'state': base64.b64encode(data).decode(),
        'then': base64.b64encode(torch.randn(5, dtype=torch.float64).numpy().tobytes()).decode(),
    }


if __name__ == '__main__':
    recorded = {
        'torch': torch.__version__,
        'fullState': full_state(),
        'sequences': {name: record(steps) for name, steps in SEQUENCES.items()},
    }
    path = pathlib.Path(__file__).parent / 'random.json'
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(recorded, indent=1) + '\n')
    print(f'{path}: {len(recorded["sequences"])} sequences, {path.stat().st_size} bytes')
