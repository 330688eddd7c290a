"""`statistics`: averages, spread and quantiles, exact in the type of the data."""

import statistics
from fractions import Fraction
from statistics import *

losses = [0.91, 0.52, 0.47, 0.39, 0.38, 0.36, 0.36]
counts = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]

print(sorted(statistics.__all__))
print(mean(losses), mean(counts), mean([1, 2]), mean([Fraction(1, 3), Fraction(1, 6)]))
print(mean([True, False, True]), mean([1e30, 1, 3, -1e30]), sum([1e30, 1, 3, -1e30]) / 4)
print(fmean(losses), fmean([85, 92, 83, 91], weights=[0.2, 0.2, 0.3, 0.3]))
print(geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]))
print(harmonic_mean([Fraction(1, 2), 3]), harmonic_mean([0, 3]), harmonic_mean([7]))

print(median(counts), median([1, 3, 5, 7]), median_low([1, 3, 5, 7]), median_high([1, 3, 5, 7]))
print(median_grouped([52, 52, 53, 54]), median_grouped([1, 3, 3, 5, 7], interval=2))
print(mode(counts), mode("tensor tests"), multimode(counts), multimode("aabbc"), multimode([]))

print(variance(counts), pvariance(counts), stdev(counts), pstdev(counts))
print(variance([1.5, 2.5, 4]), variance([Fraction(1, 2), Fraction(3, 4)]), stdev([2, 2, 2]))
print(variance([2.75, 1.75, 1.25], xbar=1.5), pvariance([1, 2, 3, 4], mu=0), variance(iter([1, 2])))
print(quantiles(counts), quantiles(counts, n=10), quantiles(counts, n=4, method="inclusive"))

x = [1.47, 1.50, 1.52, 1.55, 1.57, 1.60]
y = [52.21, 53.12, 54.48, 55.84, 57.20, 58.57]
print(covariance(x, y), correlation(x, y), linear_regression(x, y))
print(linear_regression(x, y, proportional=True))
slope, intercept = linear_regression([0, 1, 2], [1, 3, 5])
print(slope, intercept)

for attempt in (
    lambda: mean([]),
    lambda: mean("abc"),
    lambda: fmean([]),
    lambda: fmean([1, 2], [1]),
    lambda: fmean([1, 2], [1, -1]),
    lambda: geometric_mean([1, -2]),
    lambda: harmonic_mean([1, -2]),
    lambda: harmonic_mean(["1"]),
    lambda: harmonic_mean([1, 2], weights=[0, 0]),
    lambda: median([]),
    lambda: mode([]),
    lambda: stdev([1]),
    lambda: variance([]),
    lambda: pvariance([]),
    lambda: quantiles([1]),
    lambda: quantiles([1, 2], n=0),
    lambda: quantiles([1, 2], method="guessed"),
    lambda: correlation([1, 2], [3]),
    lambda: correlation([1, 1], [3, 4]),
    lambda: covariance([1], [3]),
    lambda: linear_regression([1, 1], [3, 4]),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(StatisticsError.__mro__)
