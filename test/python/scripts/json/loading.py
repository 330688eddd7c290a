"""json.loads: values, hooks for objects and numbers, bytes in each encoding."""
import json
from collections import OrderedDict

print(json.loads(' {"a" : [1, -0, 2.5e-3, 1E5, true, false, null, "x"], "b": {}} '))
print(json.loads('12345678901234567890123'), json.loads('-0.0'), json.loads('[NaN, -Infinity]'), json.loads('1e999'))
print(ascii(json.loads(r'"\u00e9\ud83d\ude00\n\/\"\\ \ud83d"')), json.loads('{"a": 1, "a": 2}'))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"b": 1, "a": [{"c": 2}]}', object_pairs_hook=OrderedDict))
print(json.loads('{"b": 1, "b": 2}', object_pairs_hook=lambda pairs: pairs))
print(json.loads('[1.5, 2, NaN]', parse_float=lambda s: 'float ' + s, parse_int=lambda s: 'int ' + s,
                 parse_constant=lambda s: 'constant ' + s))
for encoding in 'utf-8', 'utf-8-sig', 'utf-16', 'utf-16-be', 'utf-32', 'utf-32-le':
    print(encoding, json.loads('{"é": "€"}'.encode(encoding)))
print(json.loads(bytearray(b'[1]')), ascii(json.loads('"a\tb"', strict=False)))
decoder = json.JSONDecoder()
print(decoder.raw_decode('[1, 2] rest'), decoder.raw_decode('x 5', 2), decoder.decode(' 7 '))
data = {'a': [1, 2.5, None, True, 'é'], 'b': {'c': []}}
print(json.loads(json.dumps(data)) == data)
