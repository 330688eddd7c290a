"""`statistics.NormalDist`: densities, probabilities, and arithmetic of distributions."""

import copy
import pickle
from statistics import NormalDist, StatisticsError

sat = NormalDist(1060, 195)
print(sat, sat.mean, sat.median, sat.mode, sat.stdev, sat.variance)
print(round(sat.cdf(1200.5) - sat.cdf(1099.5), 6), sat.pdf(1060), sat.zscore(1250))
print([round(cut) for cut in sat.quantiles()], [round(cut) for cut in sat.quantiles(n=10)])

standard = NormalDist()
for p in (1e-12, 0.001, 0.025, 0.31, 0.5, 0.84, 0.975, 1 - 1e-9):
    print(p, f"{standard.inv_cdf(p):.14g}", f"{standard.cdf(standard.inv_cdf(p)):.12g}")

# Shifted, scaled, and added where independent.
celsius = NormalDist(5, 2.5)
print(celsius * (9 / 5) + 32, 10 - celsius, celsius / -2, -celsius, +celsius)
print(NormalDist(3, 4) + NormalDist(1, 3), NormalDist(3, 4) - NormalDist(1, 3))
print(NormalDist(1, 2) == NormalDist(1.0, 2.0), NormalDist(1, 2) == NormalDist(1, 3), celsius == 5)
print(len({NormalDist(1, 2), NormalDist(1, 2)}), hash(celsius) == hash(copy.copy(celsius)))
print(f"{NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)):.6f}", sat.overlap(sat))

# The same draws under a seed.
print(NormalDist(100, 15).samples(3, seed=7))
fitted = NormalDist.from_samples([4, 8, 15, 16, 23, 42])
print(fitted, pickle.loads(pickle.dumps(fitted)) == fitted)

for attempt in (
    lambda: NormalDist(0, -1),
    lambda: NormalDist(0, 0).pdf(0),
    lambda: NormalDist(0, 0).cdf(0),
    lambda: NormalDist(0, 0).zscore(0),
    lambda: standard.inv_cdf(0),
    lambda: standard.inv_cdf(1),
    lambda: standard.overlap(1),
    lambda: NormalDist.from_samples([1]),
    lambda: standard.mean.real,
    lambda: standard * "2",
):
    try:
        print(attempt())
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)
