"""`hashlib`, `hmac`, `zlib`-free checksums and identifiers of contents."""

import hashlib
import hmac
import json
import uuid

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s"):
    h = hashlib.new(name, b"torch")
    print(name, h.digest_size, h.block_size, h.hexdigest()[:24], h.name)
h = hashlib.sha256()
for part in (b"to", bytearray(b"r"), memoryview(b"ch")):
    h.update(part)
copy = h.copy()
copy.update(b"!")
print(h.hexdigest() == hashlib.sha256(b"torch").hexdigest(), copy.hexdigest()[:16], h.digest()[:4].hex())
print(hashlib.blake2b(b"x", digest_size=8, key=b"secret").hexdigest(), hashlib.blake2s(b"", digest_size=4).hexdigest())
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.digest(b"key", b"m", "md5").hex())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex()[:32])


def run_id(config):
    """The same for equal settings, in whatever order."""
    text = json.dumps(config, sort_keys=True, separators=(",", ":"))
    return hashlib.sha1(text.encode()).hexdigest()[:10]


print(run_id({"lr": 0.1, "layers": [1, 2]}), run_id({"layers": [1, 2], "lr": 0.1}), run_id({"lr": 0.2}))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "torch"), uuid.uuid3(uuid.NAMESPACE_URL, "x").version, uuid.UUID(int=5).hex)
print({"md5", "sha256"} <= hashlib.algorithms_available, sorted(hashlib.algorithms_guaranteed)[:3])
for attempt in (
    lambda: hashlib.sha256("text"),
    lambda: hashlib.new("sha9"),
    lambda: hashlib.sha256(3),
    lambda: hmac.new("key", b"m", "md5"),
    lambda: hmac.new(b"key", b"m"),
    lambda: hashlib.blake2b(digest_size=65),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
