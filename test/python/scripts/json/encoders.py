"""An encoder of one's own, and a function for what JSON has no form for."""
import json
from dataclasses import asdict, dataclass, is_dataclass
from enum import Enum, IntEnum


@dataclass
class Layer:
    name: str
    size: int


class Color(Enum):
    RED = 'red'


class Level(IntEnum):
    HIGH = 3


class Encoder(json.JSONEncoder):
    def default(self, o):
        if is_dataclass(o):
            return asdict(o)
        if isinstance(o, Enum):
            return o.value
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps({'layer': Layer('conv', 3), 'z': 1 + 2j, 'color': Color.RED, 'level': Level.HIGH}, cls=Encoder))
print(Encoder(indent=1).encode([Layer('a', 1)]), Encoder().encode('x'))
print(json.dumps({1, 2, 3}, default=sorted), json.dumps([object, int], default=lambda o: o.__name__))
try:
    json.dumps({'f': print}, cls=Encoder)
except TypeError as error:
    print(error)
value = object()
try:
    json.dumps(value, default=lambda o: [value])
except ValueError as error:
    print(error)
