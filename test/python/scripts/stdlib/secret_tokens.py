"""`secrets`: what is random can not be printed here, but how it looks can."""

import secrets
import string

token = secrets.token_hex(8)
print(len(token), set(token) <= set("0123456789abcdef"), len(secrets.token_hex()))
print(len(secrets.token_bytes(5)), type(secrets.token_bytes()).__name__, len(secrets.token_bytes()))
safe = secrets.token_urlsafe(16)
print(len(safe), set(safe) <= set(string.ascii_letters + string.digits + "-_"))
print(len({secrets.token_hex(16) for _ in range(50)}))
print({secrets.randbelow(3) for _ in range(200)}, {secrets.choice("ab") for _ in range(100)} == {"a", "b"})
print(all(0 <= secrets.randbits(5) < 32 for _ in range(100)))
print(secrets.compare_digest("abc", "abc"), secrets.compare_digest(b"abc", b"abd"))
print(sorted(secrets.__all__))
for attempt in (
    lambda: secrets.randbelow(0),
    lambda: secrets.choice([]),
    lambda: secrets.compare_digest("a", b"a"),
    lambda: secrets.compare_digest("é", "é"),
    lambda: secrets.token_bytes("8"),
    lambda: secrets.SystemRandom().getstate(),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
