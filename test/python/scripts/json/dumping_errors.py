"""What json cannot write is refused."""
import json

circle = []
circle.append(circle)
cases = [
    (object, {}), ({1, 2}, {}), ([1j], {}), ({(1, 2): 3}, {}), (circle, {}), ({'a': circle}, {}),
    (float('nan'), {'allow_nan': False}), ([float('inf')], {'allow_nan': False, 'indent': 1}),
    ({'b': 1, 1: 2}, {'sort_keys': True}), ('a', {'unknown': 1}), ([b'bytes'], {}),
]
for value, options in cases:
    try:
        print(json.dumps(value, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
deep = None
for _ in range(100_000):
    deep = [deep]
try:
    json.dumps(deep)
except RecursionError:
    print('too deep')
