"""`decimal.Decimal`: exact decimal arithmetic, as many digits as the context has."""

import math
from decimal import *


def show(*texts):
    for text in texts:
        try:
            print(text, "->", repr(eval(text)))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


# Sums, quotients, remainders, rounding
show(
    "Decimal('1.10')+Decimal('2.2')",
    "Decimal(1)/3",
    "Decimal(1)/0",
    "Decimal(0)/0",
    "Decimal('-0')",
    "Decimal('1e1000000')*10",
    "Decimal(0.1)",
    "Decimal(7)//2",
    "Decimal(-7)//2",
    "Decimal(-7)%3",
    "divmod(Decimal('7.5'),2)",
    "Decimal('1e30')//3",
    "Decimal('1e30')%3",
    "Decimal('3.14159').quantize(Decimal('0.01'))",
    "Decimal('2.675').quantize(Decimal('0.01'),rounding=ROUND_HALF_UP)",
    "Decimal('1e30').quantize(Decimal('0.01'))",
    "round(Decimal('2.5'))",
    "round(Decimal('2.675'),2)",
    "round(Decimal('1234'),-2)",
    "math.floor(Decimal('-2.5'))",
    "math.ceil(Decimal('2.1'))",
    "{Decimal('1.0'):1, 1:2, 1.0:3}",
    "Decimal('inf')-Decimal('inf')",
    "Decimal('inf')*0",
    "Decimal(1)+1.5",
    "Decimal(1)+'a'",
    "1+Decimal(2)",
    "2-Decimal(1)",
    "7/Decimal(2)",
    "7//Decimal(2)",
    "7%Decimal(4)",
    "Decimal('12.300').normalize()",
    "Decimal('120000').normalize()",
    "sum([Decimal('0.1')]*10)",
    "abs(Decimal('-1.5'))",
    "-Decimal(0)",
    "+Decimal('1.23456789012345678901234567890')",
    "Decimal('1').next_plus()",
    "Decimal('1').next_minus()",
    "Decimal('1').next_toward(5)",
    "Decimal(5).remainder_near(3)",
    "Decimal('1101').logical_and(Decimal('1011'))",
    "Decimal(12345).rotate(2)",
    "Decimal(12345).shift(-2)",
    "Decimal('1.5').fma(2,3)",
    "Decimal('7').scaleb(3)",
    "Decimal('123').logb()",
    "Decimal('-0.0').number_class()",
    "Decimal('1').to_integral_value()",
    "Decimal('1.7').to_integral_exact()",
    "Decimal('1e-1000000')*Decimal('1e-1000')",
    "Decimal('1')/Decimal('7')*7",
    "Decimal('5')&1",
)

# Comparison
show(
    "Decimal('NaN')==Decimal('NaN')",
    "Decimal('NaN')<1",
    "Decimal('sNaN')+1",
    "Decimal('sNaN')==1",
    "Decimal(1)<1.5",
    "Decimal('0.1')==0.1",
    "Decimal('0.5')==0.5",
    "max(Decimal(3),Decimal(2))",
    "Decimal(3).max(Decimal('nan'))",
    "Decimal('1.0').compare_total(Decimal('1'))",
    "Decimal('1')==__import__('fractions').Fraction(1)",
    "Decimal('0.25')<__import__('fractions').Fraction(1,3)",
)

# Roots, powers, logarithms
show(
    "Decimal(2)**0.5",
    "Decimal(2)**Decimal('0.5')",
    "Decimal(4)**Decimal('0.5')",
    "Decimal(10)**-2",
    "Decimal('1.10')**2",
    "Decimal(2)**100",
    "Decimal(2)**-1",
    "Decimal('1.1')**1000",
    "Decimal('0')**0",
    "Decimal(-8)**Decimal('0.333')",
    "Decimal(-2)**3",
    "Decimal(2).sqrt()",
    "Decimal('0.25').sqrt()",
    "Decimal(100).sqrt()",
    "Decimal('2.00').sqrt()",
    "Decimal(-1).sqrt()",
    "Decimal(1).exp()",
    "Decimal('0.1').exp()",
    "Decimal(-100).exp()",
    "Decimal(10).ln()",
    "Decimal('0.99').ln()",
    "Decimal(2).log10()",
    "Decimal('0.001').log10()",
    "Decimal(1000).log10()",
    "2**Decimal(3)",
    "pow(Decimal(3),4,5)",
    "pow(Decimal(3),4,Decimal('2.5'))",
    "Decimal(9)**20",
    "Decimal('1e5').sqrt()",
    "Decimal('-1')**Decimal('1e5')",
    "Decimal('1.00')**5",
    "Decimal('10')**Decimal('0.3')",
    "Decimal('0.3')**Decimal('100.5')",
    "Decimal('1e-20').exp()",
    "Decimal('123456789').exp()",
)
