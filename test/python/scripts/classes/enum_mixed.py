# Enumerations over a data type are shown as enumerations
import enum


class Size(enum.IntEnum):
    SMALL = 1
    LARGE = 2


class Mode(str, enum.Enum):
    FAST = "fast"


class Word(enum.StrEnum):
    YES = enum.auto()


class Plain(int, enum.Enum):
    ONE = 1

    def __str__(self):
        return "one!"


print(Size(1), repr(Size.SMALL), f"{Size.LARGE}", Size.LARGE > Size.SMALL, [Size.LARGE])
print(Mode("fast"), repr(Mode.FAST), f"{Mode.FAST}", Mode.FAST == "fast", Mode.FAST.upper())
print(Word.YES, repr(Word.YES), f"{Word.YES}")
print(Plain.ONE, repr(Plain.ONE), Plain.ONE + 1)
try:
    Size(3)
except ValueError as e:
    print(e)
