# The format: eight bytes of length, a JSON object that says where each tensor lies, then the numbers.
# https://huggingface.co/docs/safetensors/api/torch

import json
import os

import torch

_names = {
    torch.float64: 'F64', torch.float32: 'F32', torch.float16: 'F16', torch.bfloat16: 'BF16',
    torch.int64: 'I64', torch.int32: 'I32', torch.int16: 'I16', torch.int8: 'I8',
    torch.uint8: 'U8', torch.bool: 'BOOL',
}
_dtypes = {name: dtype for dtype, name in _names.items()}
_order = ['I64', 'F64', 'F32', 'I32', 'BF16', 'F16', 'I16', 'I8', 'U8', 'BOOL']


class SafetensorError(Exception):
    pass


def save(tensors, metadata=None):
    _check(tensors)
    # Larger items first, so that all begin where their dtype wants them.
    names = sorted(tensors, key=lambda name: (_order.index(_names[tensors[name].dtype]), name))
    header = {} if metadata is None else {'__metadata__': metadata}
    parts, at = [], 0
    for name in names:
        tensor = tensors[name]
        data = torch._C._storage_bytes(tensor.detach().clone())
        size = tensor.numel() * tensor.element_size()
        header[name] = {
            'dtype': _names[tensor.dtype],
            'shape': list(tensor.shape),
            'data_offsets': [at, at + size],
        }
        parts.append(data)
        at += size
    if not all(torch._C._is_known(data) for data in parts):
        return parts[[torch._C._is_known(data) for data in parts].index(False)]
    text = json.dumps(header, separators=(',', ':'), ensure_ascii=False).encode()
    text += b' ' * (-len(text) % 8)
    return b''.join([len(text).to_bytes(8, 'little'), text, *parts])


def save_file(tensors, filename, metadata=None):
    data = save(tensors, metadata)
    with open(filename, 'wb') as file:
        file.write(data)


def _check(tensors):
    if not isinstance(tensors, dict):
        raise ValueError(
            f'Expected a dict of [str, torch.Tensor] but received {type(tensors)}'
        )
    places = {}
    for name, tensor in tensors.items():
        if not isinstance(tensor, torch.Tensor):
            raise ValueError(
                f'Key `{name}` is invalid, expected torch.Tensor but received {type(tensor)}'
            )
        if not tensor.is_contiguous():
            raise ValueError(
                f'You are trying to save a non contiguous tensor: `{name}` which is not allowed. It '
                'either means you are trying to save tensors which are reference of each other in '
                'which case it\'s recommended to save only the full tensors, and reslice at load '
                'time, or simply call `.contiguous()` on your tensor to pack it before saving.'
            )
        if tensor.numel() > 0:
            places.setdefault(torch._C._storage_address(tensor), set()).add(name)
    shared = [names for names in places.values() if len(names) > 1]
    if shared:
        raise RuntimeError(
            f'\n            Some tensors share memory, this will lead to duplicate memory on disk '
            f'and potential differences when loading them again: {shared}.\n            A potential '
            'way to correctly save your model is to use `save_model`.\n            More information '
            'at https://huggingface.co/docs/safetensors/torch_shared_tensors\n            '
        )


def load(data):
    if not torch._C._is_known(data):
        return data
    file = _File(data)
    return {name: file.get_tensor(name) for name in file.offset_keys()}


def load_file(filename, device='cpu'):
    with safe_open(filename, framework='pt', device=device) as file:
        if not torch._C._is_known(file._data):
            return file._data
        return {name: file.get_tensor(name) for name in file.offset_keys()}


def save_model(model, filename, metadata=None, force_contiguous=True):
    """A state dict without the names that share memory with another."""
    kept, seen, metadata = {}, {}, dict(metadata or {})
    for name, tensor in sorted(model.state_dict().items()):
        address = torch._C._storage_address(tensor)
        if address in seen and tensor.numel() > 0:
            metadata[name] = seen[address]
            continue
        seen[address] = name
        kept[name] = tensor.contiguous() if force_contiguous else tensor
    save_file(kept, filename, metadata or {'format': 'pt'})


def load_model(model, filename, strict=True, device='cpu'):
    state = load_file(filename, device)
    missing, unexpected = model.load_state_dict(state, strict=False)
    own = model.state_dict()
    held = {torch._C._storage_address(own[name]) for name in state if name in own}
    missing = {name for name in missing if torch._C._storage_address(own[name]) not in held}
    if strict and (missing or unexpected):
        raise RuntimeError(
            f'Error(s) in loading state_dict for {type(model).__name__}:\n'
            f'    Missing key(s) in state_dict: {", ".join(sorted(missing))}\n'
            f'    Unexpected key(s) in state_dict: {", ".join(sorted(unexpected))}'
        )
    return missing, unexpected


class _File:
    def __init__(self, data):
        self._data = data
        if not torch._C._is_known(data):
            self._entries = self._metadata = data
            return
        if len(data) < 8:
            raise SafetensorError('Error while deserializing header: HeaderTooSmall')
        size = int.from_bytes(data[:8], 'little')
        if size > len(data) - 8:
            raise SafetensorError('Error while deserializing header: InvalidHeaderLength')
        header = json.loads(data[8:8 + size])
        self._metadata = header.pop('__metadata__', None)
        self._entries = header
        self._start = 8 + size

    def keys(self):
        return sorted(self._entries)

    def offset_keys(self):
        return sorted(self._entries, key=lambda name: self._entries[name]['data_offsets'])

    def metadata(self):
        return self._metadata

    def get_tensor(self, name):
        if not torch._C._is_known(self._data):
            return self._data
        if name not in self._entries:
            raise SafetensorError(f'File does not contain tensor {name}')
        entry = self._entries[name]
        size = 1
        for n in entry['shape']:
            size *= n
        start = self._start + entry['data_offsets'][0]
        flat = torch._C._storage_from(self._data, _dtypes[entry['dtype']], start, size)
        return flat.reshape(entry['shape'])

    def get_slice(self, name):
        return self.get_tensor(name)


class safe_open(_File):
    def __init__(self, filename, framework='pt', device='cpu'):
        if framework not in ('pt', 'torch', 'pytorch'):
            torch._C._unsupported(f'safe_open for {framework}')
        if not os.path.exists(filename):
            raise FileNotFoundError(f'No such file or directory: "{filename}"')
        with open(filename, 'rb') as file:
            super().__init__(file.read())

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None
