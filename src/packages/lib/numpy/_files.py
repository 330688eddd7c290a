# .npy and .npz files: https://numpy.org/doc/1.24/reference/generated/numpy.lib.format.html

import torch
import _numpy_parts as parts

from ._core import array, asarray, torch_type, wrap
from ._types import dtype as _dtype

_MAGIC = b'\x93NUMPY'


def _packed(arr):
    a = asarray(arr)
    header = f"{{'descr': {a.dtype.str!r}, 'fortran_order': False, 'shape': {a.shape!r}, }}"
    # Room for a longer first dimension, and up to a multiple of 64, where the numbers begin.
    if a.shape:
        header += ' ' * (21 - len(repr(a.shape[0])))
    room = 64 - (10 + len(header) + 1) % 64
    header = header.encode('latin1') + b' ' * room + b'\n'
    return _MAGIC + b'\x01\x00' + len(header).to_bytes(2, 'little') + header + a.tobytes()


def _unpacked(data):
    if data[:6] != _MAGIC:
        raise ValueError('Cannot load file containing pickled data when allow_pickle=False')
    wide = 2 if data[6] == 1 else 4
    size = int.from_bytes(data[8 : 8 + wide], 'little')
    start = 8 + wide + size
    import re

    header = data[8 + wide : start].decode('latin1')
    found = re.match(
        r"\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \(([\d, ]*)\)", header
    )
    if found is None or found[1][0] == '>':
        return parts.unsupported(f'files of numpy arrays that begin with {header.strip()}')
    kind = _dtype(found[1])
    shape = tuple(int(n) for n in found[3].split(',') if n.strip())
    count = 1
    for n in shape:
        count *= n
    flat = torch._C._storage_from(data[start:], torch_type(kind), 0, count)
    if found[2] == 'True':
        return wrap(flat.reshape(tuple(reversed(shape)))).transpose()
    return wrap(flat.reshape(shape))


def save(file, arr, allow_pickle=True, fix_imports=True):
    if hasattr(file, 'write'):
        file.write(_packed(arr))
        return
    file = str(file)
    with open(file if file.endswith('.npy') else file + '.npy', 'wb') as stream:
        stream.write(_packed(arr))


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII', *, max_header_size=10000):
    if hasattr(file, 'read'):
        data = file.read()
    else:
        with open(file, 'rb') as stream:
            data = stream.read()
    if data[:2] == b'PK':
        return NpzFile(data)
    if not data:
        raise EOFError('No data left in file')
    return _unpacked(data)


class NpzFile:
    def __init__(self, data):
        from torch._archive import Reader

        archive = Reader(data)
        self._entries = {
            name[:-4] if name.endswith('.npy') else name: archive.read(name) for name in archive.places
        }
        self.files = list(self._entries)

    def __getitem__(self, key):
        if key not in self._entries:
            raise KeyError(f'{key} is not a file in the archive')
        return _unpacked(self._entries[key])

    def __contains__(self, key):
        return key in self._entries

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return list(self.files)

    def values(self):
        return [self[name] for name in self.files]

    def items(self):
        return [(name, self[name]) for name in self.files]

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


def savez(file, *args, **kwds):
    from torch._archive import Writer

    arrays = {**{f'arr_{i}': each for i, each in enumerate(args)}, **kwds}
    if len(arrays) < len(args) + len(kwds):
        raise ValueError(f'Cannot use un-named variables and keyword arr_{len(args) - 1}')
    archive = Writer()
    for name, each in arrays.items():
        archive.add(name + '.npy', _packed(each))
    data = archive.finish()
    if hasattr(file, 'write'):
        file.write(data)
        return
    file = str(file)
    with open(file if file.endswith('.npz') else file + '.npz', 'wb') as stream:
        stream.write(data)


savez_compressed = savez


def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='', comments='# ', encoding=None):
    rows = asarray(X)
    rows = rows.reshape(-1, 1) if rows.ndim == 1 else rows
    text = f'{comments}{header}{newline}' if header else ''
    for row in rows.tolist():
        text += delimiter.join(fmt % each for each in row) + newline
    text += f'{comments}{footer}{newline}' if footer else ''
    if hasattr(fname, 'write'):
        fname.write(text)
        return
    with open(fname, 'w') as stream:
        stream.write(text)


def loadtxt(fname, dtype=float, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, encoding='bytes', max_rows=None):
    if converters is not None or usecols is not None:
        return parts.unsupported('numpy.loadtxt with converters or usecols')
    if hasattr(fname, 'read'):
        lines = fname.read().splitlines()
    elif isinstance(fname, list):
        lines = fname
    else:
        with open(fname) as stream:
            lines = stream.read().splitlines()
    lines = [line.split(comments)[0].strip() for line in lines[skiprows:]]
    rows = [[float(each) for each in line.split(delimiter)] for line in lines if line][:max_rows]
    whole = array(rows, dtype=dtype)
    if ndmin < 2:
        whole = whole.reshape([n for n in whole.shape if n != 1]) if 1 in whole.shape else whole
    return whole.transpose() if unpack else whole
