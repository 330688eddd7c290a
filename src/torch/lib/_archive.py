# Zip archives whose members are stored as they are, which is how torch.save writes them:
# https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

import struct
from binascii import crc32

_LOCAL, _CENTRAL, _END = b'PK\x03\x04', b'PK\x01\x02', b'PK\x05\x06'
# Data begins at multiples of this, so that it can be mapped into memory.
_ALIGNMENT = 64


def is_archive(data):
    return data[:4] == _LOCAL


class Reader:
    """Where each member lies in the bytes of an archive."""

    def __init__(self, data):
        self.data = data
        self.places = {}
        # A comment of up to 64 kB may follow.
        tail = max(0, len(data) - 0x10016)
        end = tail + data[tail:].rfind(_END)
        if end < tail:
            raise RuntimeError(
                'PytorchStreamReader failed reading zip archive: failed finding central directory'
            )
        count, _, at = struct.unpack('<HII', data[end + 10:end + 20])
        for _ in range(count):
            at = self._entry(at)

    def _entry(self, at):
        fields = struct.unpack('<4s6H3I5H2I', self.data[at:at + 46])
        method, size = fields[4], fields[9]
        name_size, extra_size, comment_size, start = *fields[10:13], fields[16]
        name = self.data[at + 46:at + 46 + name_size].decode()
        if method != 0 or fields[8] != size or 0xffffffff in (size, start):
            import torch
            torch._C._unsupported('an archive whose members are compressed or beyond 4 GB')
        local_name, local_extra = struct.unpack('<HH', self.data[start + 26:start + 30])
        self.places[name] = start + 30 + local_name + local_extra, size
        return at + 46 + name_size + extra_size + comment_size

    def read(self, name):
        start, size = self.places[name]
        return self.data[start:start + size]


class Writer:
    def __init__(self):
        self.parts = []
        self.size = 0
        self.directory = []

    def add(self, name, data):
        name = name.encode()
        start = self.size
        padding = -(start + 30 + len(name) + 4) % _ALIGNMENT
        extra = b'FB' + struct.pack('<H', padding) + b'Z' * padding
        checksum = crc32(data)
        facts = struct.pack('<5H3I', 0, 0, 0, 0, 0, checksum, len(data), len(data))
        self._put(_LOCAL + facts + struct.pack('<HH', len(name), len(extra)) + name + extra)
        self._put(data)
        self.directory.append(
            _CENTRAL + struct.pack('<H', 0) + facts
            + struct.pack('<5H2I', len(name), 0, 0, 0, 0, 0, start) + name
        )

    def _put(self, data):
        self.parts.append(data)
        self.size += len(data)

    def finish(self):
        directory = b''.join(self.directory)
        count = len(self.directory)
        end = _END + struct.pack('<4H2IH', 0, 0, count, count, len(directory), self.size, 0)
        return b''.join([*self.parts, directory, end])
