"""Decimals from texts, tuples and other numbers, and back."""

from decimal import *


def show(*texts):
    for text in texts:
        try:
            print(text, "->", repr(eval(text)))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


# In and out
show(
    "Decimal('abc')",
    "Decimal(' 1_0.5e3 ')",
    "Decimal('.')",
    "Decimal('1.0000001').ln()",
    "int(Decimal('-3.9'))",
    "int(Decimal('inf'))",
    "int(Decimal('nan'))",
    "float(Decimal('1e-400'))",
    "hash(Decimal('0.5'))==hash(0.5)",
    "hash(Decimal(3))==3",
    "hash(Decimal('1e500'))",
    "hash(Decimal('1.1'))",
    "Decimal('1E+5')",
    "Decimal('0.0000001')",
    "Decimal('0.000001')",
    "Decimal('123E+3').to_eng_string()",
    "Decimal('0E+3').to_eng_string()",
    "Decimal('12.3').as_tuple()",
    "Decimal('-inf').as_tuple()",
    "Decimal('nan123').as_tuple()",
    "Decimal('0.75').as_integer_ratio()",
    "Decimal('12.5').adjusted()",
    "Decimal((1,(1,2,3),-2))",
    "Decimal((0,(0,),'F'))",
    "Decimal(None)",
    "Decimal([1])",
    "Decimal.from_float(1)",
    "Decimal.from_float('1')",
    "Decimal(True)",
    "Decimal('1').x",
    "Decimal('٣')",
    "isinstance(Decimal(1), __import__('numbers').Number)",
    "isinstance(Decimal(1), __import__('numbers').Real)",
    "Decimal(3).__class__.__mro__",
    "Decimal(complex(1))",
    "Decimal(1)==complex(1)",
    "complex(Decimal('1.5'))",
)

import copy
import pickle

one = Decimal("1.50")
print(copy.copy(one) is one, copy.deepcopy(one), pickle.loads(pickle.dumps(one)))


class Money(Decimal):
    """A class of one's own: results are plain decimals."""


print(Money("1.5"), type(Money(1) + 1).__name__, repr(Money("2")), {Decimal("0.5"): 1}[0.5])
