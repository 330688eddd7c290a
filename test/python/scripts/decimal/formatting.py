"""Decimals in format specifications."""

from decimal import *


def show(*texts):
    for text in texts:
        try:
            print(text, "->", repr(eval(text)))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


# Widths, signs, groups, exponents
show(
    'f"{Decimal(\'1234567.891\'):,.2f}"',
    'f"{Decimal(\'1234.5\'):>15}|{Decimal(\'1234.5\'):<12e}|{Decimal(\'0.00012\'):g}|{Decimal(\'0.5\'):%}|{Decimal(\'0.5\'):.1%}"',
    'f"{Decimal(\'12\'):010.3f} {Decimal(\'-12\'):+} {Decimal(\'12\'): } {Decimal(\'-1.5\'):=8} {Decimal(\'nan\'):08} {Decimal(\'1234567\'):015,}"',
    'f"{Decimal(\'1.5\'):x}"',
    'f"{Decimal(\'1E+10\'):f} {Decimal(\'1E+10\'):.3g} {Decimal(\'0E+3\'):f} {Decimal(\'0\'):.2e} {Decimal(\'123456\'):.2e} {Decimal(\'9.99\'):.1e} {Decimal(\'-0.001\'):z.1f}"',
    '"%.3f %s" % (Decimal(\'1.23456\'), Decimal(\'2\'))',
)

for spec in ("", "f", ".2f", "e", ".3e", "g", ".4g", "%", ".0%", "+", "10", "<10", "^12.3f", ",", "012,.2f"):
    print(repr(spec), [format(Decimal(x), spec) for x in ("0", "-1.5", "123456.789", "1E+9", "-0.00001", "inf")])
