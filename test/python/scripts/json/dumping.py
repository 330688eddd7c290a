"""json.dumps: what each value becomes, and how it is laid out."""
import json
from collections import OrderedDict, namedtuple

Point = namedtuple('Point', 'x y')
data = {'text': 'a"b\\c\n\x01é😀', 'numbers': [1, -2.5, 1e100, 1e16, 10**20, True, None],
        'nested': {'empty': {}, 'list': [], 'tuple': (1, (2,))}, 'point': Point(1, 2)}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2))
print(json.dumps(data['nested'], indent='\t', separators=(',', '=')))
print(json.dumps([1, [2, []], {}], indent=0))
print(json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True), json.dumps([1, 2], separators=(',', ':')))
print(json.dumps({1: 'int', 2.5: 'float', None: 'none', False: 'bool'}), json.dumps(OrderedDict(b=1, a=2)))
print(json.dumps('text'), json.dumps(None), json.dumps(3), json.dumps(0.1), json.dumps([float('nan'), float('-inf')]))
print(json.dumps({(1, 2): 3, 'k': 4}, skipkeys=True))
print(list(json.JSONEncoder().iterencode([1, 'a', [2, {'k': 3, 'm': []}], None])))
