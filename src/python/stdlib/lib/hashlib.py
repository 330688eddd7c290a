"""Digests of bytes: https://docs.python.org/3.11/library/hashlib.html"""

import _hashes

_SIZES = {
    "md5": (16, 64),
    "sha1": (20, 64),
    "sha224": (28, 64),
    "sha256": (32, 64),
    "sha384": (48, 128),
    "sha512": (64, 128),
}
_BLAKE = {"blake2b": (64, 128, 64), "blake2s": (32, 64, 32)}

algorithms_guaranteed = {*_SIZES, *_BLAKE}
algorithms_available = set(algorithms_guaranteed)
__all__ = (*_SIZES, *_BLAKE, "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac")


def _bytes(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("object supporting the buffer API required") from None


class HASH:
    """Bytes that were given so far, and the digest of them."""

    def __init__(self, name, data=b""):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._data = bytearray(_bytes(data))
        self._kept = None

    def update(self, obj, /):
        """Adds bytes."""
        self._data += _bytes(obj)
        self._kept = None

    def digest(self):
        """The digest, as bytes."""
        if self._kept is None:
            self._kept = self._compute()
        return self._kept

    def _compute(self):
        return _hashes.digest(self.name, self._data)

    def hexdigest(self):
        """The digest, in hexadecimal."""
        return self.digest().hex()

    def copy(self):
        """Another that goes on from here."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._data = bytearray(self._data)
        return other

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


HASH.__module__ = "_hashlib"


class _Blake(HASH):
    def __init__(self, name, bits, size, key, data):
        self.name = name
        self.digest_size = size
        self.block_size = bits * 2
        self._bits = bits
        self._key = key
        self._data = bytearray(_bytes(data))
        self._kept = None

    def _compute(self):
        return _hashes.blake2(self._bits, self.digest_size, self._key, self._data)


def _constructor(name):
    def make(string=b"", *, usedforsecurity=True):
        return HASH(name, string)

    make.__name__ = make.__qualname__ = f"openssl_{name}"
    return make


md5, sha1, sha224, sha256, sha384, sha512 = map(_constructor, _SIZES)


def _blake(name, bits, most, data, digest_size, key):
    if not 1 <= digest_size <= most:
        raise ValueError(f"digest_size must be between 1 and {most} bytes")
    if len(key) > most:
        raise ValueError(f"maximum key length is {most} bytes")
    return _Blake(name, bits, digest_size, bytes(key), data)


def blake2b(data=b"", /, *, digest_size=64, key=b"", usedforsecurity=True):
    """BLAKE2 of words of 64 bits."""
    return _blake("blake2b", 64, 64, data, digest_size, key)


def blake2s(data=b"", /, *, digest_size=32, key=b"", usedforsecurity=True):
    """BLAKE2 of words of 32 bits."""
    return _blake("blake2s", 32, 32, data, digest_size, key)


def new(name, data=b"", *, usedforsecurity=True):
    """A digest by its name."""
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    known = name.lower().replace("-", "")
    if known in _SIZES:
        return HASH(known, data)
    if known == "blake2b":
        return blake2b(data)
    if known == "blake2s":
        return blake2s(data)
    raise ValueError(f"unsupported hash type {name}")


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key from a password (RFC 8018)."""
    import hmac

    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    inner = hmac.new(password, None, hash_name)
    size = dklen if dklen is not None else inner.digest_size
    made = b""
    block = 1
    while len(made) < size:
        last = hmac.digest(password, salt + block.to_bytes(4, "big"), hash_name)
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = hmac.digest(password, last, hash_name)
            total ^= int.from_bytes(last, "big")
        made += total.to_bytes(inner.digest_size, "big")
        block += 1
    return made[:size]


def file_digest(fileobj, digest, /):
    """The digest of a file that is open for reading bytes."""
    made = new(digest) if isinstance(digest, str) else digest()
    while chunk := fileobj.read(1 << 18):
        made.update(chunk)
    return made
