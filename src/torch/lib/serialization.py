# Objects with tensors in files: https://pytorch.org/docs/stable/notes/serialization.html
#
# A file is a zip archive of one pickle and of the bytes of each storage, which the pickle names by a
# persistent id. What is read is made of tensors, containers and instances of classes that are there
# already; functions that a file names are not looked up, but for those that put tensors together.

import collections
import io
import os
import pickle

import torch
from torch import _utils
from torch._archive import Reader, Writer, is_archive
from torch.storage import TypedStorage, _by_dtype, _classes, _storage_of

DEFAULT_PROTOCOL = 2
_MAGIC = 0x1950a86a20f9469cfc6c
_OLD_PROTOCOL = 1001
_version = tuple(int(part) for part in torch.__version__.split('+')[0].split('.')[:2])


def save(
    obj,
    f,
    pickle_module=pickle,
    pickle_protocol=DEFAULT_PROTOCOL,
    _use_new_zipfile_serialization=True,
):
    if not _use_new_zipfile_serialization:
        torch._C._unsupported('torch.save in the format before zip archives')
        return
    is_path = isinstance(f, (str, os.PathLike))
    if not is_path and getattr(f, 'write', None) is None:
        raise AttributeError(
            "expected 'f' to be string, path, or a file-like object with a 'write' attribute"
        )
    name = os.path.splitext(os.path.basename(os.fspath(f)))[0] if is_path else 'archive'
    data = _archive_of(obj, name, pickle_protocol)
    if is_path:
        with open(f, 'wb') as file:
            file.write(data)
    else:
        f.write(data)


def _archive_of(obj, name, protocol):
    file = io.BytesIO()
    pickler = _Pickler(file, protocol)
    pickler.dump(obj)
    archive = Writer()
    archive.add(f'{name}/data.pkl', file.getvalue())
    if _version >= (2, 1):
        archive.add(f'{name}/byteorder', b'little')
    for key, tensor in pickler.storages.values():
        data = torch._C._storage_bytes(tensor)
        if not torch._C._is_known(data):
            # Nor is the whole file then.
            return data
        archive.add(f'{name}/data/{key}', data)
    archive.add(f'{name}/version', b'3\n')
    return archive.finish()


class _Pickler(pickle.Pickler):
    def __init__(self, file, protocol):
        super().__init__(file, protocol)
        # By where they are: under which key each is found, and a tensor that lies in it.
        self.storages = {}

    def save(self, obj, save_persistent_id=True):
        if isinstance(obj, torch.dtype):
            self.write(pickle.GLOBAL + b'torch\n' + str(obj).split('.')[1].encode() + b'\n')
            return
        super().save(obj, save_persistent_id)

    def persistent_id(self, obj):
        if not isinstance(obj, TypedStorage):
            return None
        key, _ = self._known(obj._flat)
        return 'storage', type(obj), key, 'cpu', len(obj)

    def _known(self, tensor):
        address = torch._C._storage_address(tensor)
        return self.storages.setdefault(address, (str(len(self.storages)), tensor))

    def reducer_override(self, obj):
        if isinstance(obj, torch.Tensor):
            return _reduced(obj)
        if isinstance(obj, torch.Size):
            return torch.Size, (tuple(obj),)
        if isinstance(obj, torch.device):
            return torch.device, (obj.type,) if obj.index is None else (obj.type, obj.index)
        return NotImplemented


def _reduced(tensor):
    if isinstance(tensor, torch.nn.Parameter):
        plain = tensor.detach()
        return _utils._rebuild_parameter, (plain, tensor.requires_grad, collections.OrderedDict())
    if tensor.requires_grad and not tensor.is_leaf:
        tensor = tensor.detach().requires_grad_()
    return _utils._rebuild_tensor_v2, (
        _storage_of(tensor),
        tensor.storage_offset(),
        tuple(tensor.shape),
        tensor.stride(),
        tensor.requires_grad,
        collections.OrderedDict(),
    )


def load(
    f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args
):
    if weights_only is None:
        weights_only = _version >= (2, 6)
    if isinstance(f, (str, os.PathLike)):
        with open(f, 'rb') as file:
            data = file.read()
    elif getattr(f, 'read', None) is None:
        raise AttributeError(
            f"'{type(f).__name__}' object has no attribute 'read'. You can only torch.load from a "
            'file that is seekable. Please pre-load the data into a buffer like io.BytesIO and try '
            'to load from it instead.'
        )
    else:
        data = f.read()
    if not torch._C._is_known(data):
        return data
    if is_archive(data):
        return _load_archive(data, map_location, weights_only)
    return _load_old(data, map_location, weights_only)


def _load_archive(data, map_location, weights_only):
    archive = Reader(data)
    [record] = [name for name in archive.places if name.endswith('/data.pkl')]
    folder = record[: -len('data.pkl')]

    def storage_for(dtype, key, size):
        start, _ = archive.places[f'{folder}data/{key}']
        return torch._C._storage_from(data, dtype, start, size)

    file = io.BytesIO(archive.read(record))
    return _read(file, storage_for, map_location, weights_only)


def _load_old(data, map_location, weights_only):
    """The format before zip archives: several pickles, then the bytes of the storages."""
    file = io.BytesIO(data)
    if _Unpickler(file, None, None, True).load() != _MAGIC:
        raise RuntimeError('Invalid magic number; corrupt file?')
    version = _Unpickler(file, None, None, True).load()
    if version != _OLD_PROTOCOL:
        raise RuntimeError(f'Invalid protocol version: {version}')
    _Unpickler(file, None, None, True).load()
    storages = {}

    def storage_for(dtype, key, size):
        if key not in storages:
            storages[key] = torch.zeros(size, dtype=dtype)
        return storages[key]

    result = _read(file, storage_for, map_location, weights_only)
    at = file.tell()
    keys = _Unpickler(file, None, None, True).load()
    at = file.tell()
    for key in keys:
        flat = storages[key]
        flat.copy_(torch._C._storage_from(data, flat.dtype, at + 8, flat.numel()))
        at += 8 + flat.numel() * flat.element_size()
    return result


def _read(file, storage_for, map_location, weights_only):
    try:
        return _Unpickler(file, storage_for, map_location, weights_only).load()
    except _Refused as error:
        text = (
            'Weights only load failed. Re-running `torch.load` with `weights_only` set to `False` '
            'will likely succeed, but it can result in arbitrary code execution.'
            'Do it only if you get the file from a trusted source. WeightsUnpickler error: '
            f'{error}'
        )
        raise pickle.UnpicklingError(text) from None


class _Refused(Exception):
    pass


_plain = {
    'collections.OrderedDict': collections.OrderedDict,
    'collections.Counter': collections.Counter,
    'torch.Size': torch.Size,
    'torch.device': torch.device,
    'torch.Tensor': torch.Tensor,
    'torch.nn.parameter.Parameter': torch.nn.Parameter,
    'builtins.set': set,
    'builtins.frozenset': frozenset,
    'builtins.bytearray': bytearray,
    'builtins.complex': complex,
    '__builtin__.set': set,
    '__builtin__.bytearray': bytearray,
    '__builtin__.complex': complex,
    '_codecs.encode': lambda text, encoding: text.encode(encoding),
    **{f'torch._utils.{name}': getattr(_utils, name) for name in dir(_utils) if name[:8] == '_rebuild'},
    **{f'torch.{cls.__name__}': cls for cls in _classes},
    **{str(dtype): dtype for dtype in _by_dtype},
}


class _Unpickler(pickle.Unpickler):
    def __init__(self, file, storage_for, map_location, weights_only):
        super().__init__(file)
        self.storage_for = storage_for
        self.map_location = map_location
        self.weights_only = weights_only
        self.storages = {}

    def find_class(self, module, name):
        full = f'{module}.{name}'
        known = _plain.get(full)
        if known is not None:
            return known
        if self.weights_only:
            raise _Refused(f'Unsupported class {full}')
        # What the program or torch defines is found where it is; nothing of it is called by name.
        found = super().find_class(module, name)
        if not isinstance(found, type) or module in _outside:
            torch._C._unsupported(f'torch.load of {full}')
        return found

    def persistent_load(self, saved):
        kind, cls, key, location, size = saved[:5]
        if kind != 'storage':
            raise RuntimeError(f"Unknown typename for persistent_load, expected 'storage' but got '{kind}'")
        if key not in self.storages:
            self._check(location)
            self.storages[key] = cls(self.storage_for(cls.dtype, key, size))
        return self.storages[key]

    def _check(self, location):
        """Where a storage is wanted; all of them are on the CPU."""
        if self.map_location is None and location.startswith('cuda'):
            raise RuntimeError(
                'Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is '
                'False. If you are running on a CPU-only machine, please use torch.load with '
                "map_location=torch.device('cpu') to map your storages to the CPU."
            )


# Modules whose classes reach the machine.
_outside = {'os', 'posix', 'subprocess', 'sys', 'importlib', 'socket', 'shutil', 'pty', 'nt'}
