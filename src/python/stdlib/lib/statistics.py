"""Averages, spread and correlation of data: https://docs.python.org/3.11/library/statistics.html

Sums are exact fractions, so that the result does not depend on the order of the data.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, namedtuple
from fractions import Fraction
from itertools import groupby, repeat
from math import erf, exp, fabs, fsum, hypot, isqrt, log, sqrt, tau
from sys import modules as _loaded

__all__ = [
    "NormalDist",
    "StatisticsError",
    "correlation",
    "covariance",
    "fmean",
    "geometric_mean",
    "harmonic_mean",
    "linear_regression",
    "mean",
    "median",
    "median_grouped",
    "median_high",
    "median_low",
    "mode",
    "multimode",
    "pstdev",
    "pvariance",
    "quantiles",
    "stdev",
    "variance",
]


class StatisticsError(ValueError):
    """The data have no such statistic."""


# Exact sums


def _ratio(x):
    """A number as numerator and denominator; (x, None) for what is not finite."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        kind = type(x).__name__
        raise TypeError(f"can't convert type '{kind}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None


def _common(a, b):
    """The type of a sum of both."""
    if a is b or b is int or b is bool or issubclass(a, b):
        return a
    if a is int or issubclass(b, a) or issubclass(a, int):
        return b
    if issubclass(b, int):
        return a
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _kind_of(kinds):
    result = int
    for kind in kinds:
        result = _common(result, kind)
    return result


def _total(by_denominator):
    if None in by_denominator:
        return by_denominator[None]
    return sum(Fraction(n, d) for d, n in by_denominator.items())


def _sum(data):
    """The type of the sum, the sum as a fraction, and how many numbers there were."""
    count = 0
    kinds = set()
    numerators = defaultdict(int)
    for kind, values in groupby(data, type):
        kinds.add(kind)
        for n, d in map(_ratio, values):
            count += 1
            numerators[d] += n
    return _kind_of(kinds), _total(numerators), count


def _squares(data, centre=None):
    """The type, the sum of squared distances from the centre, the centre, and the count."""
    if centre is not None:
        kind, total, count = _sum((x - centre) * (x - centre) for x in data)
        return kind, total, centre, count
    count = 0
    kinds = set()
    sums = defaultdict(int)
    squares = defaultdict(int)
    for kind, values in groupby(data, type):
        kinds.add(kind)
        for n, d in map(_ratio, values):
            count += 1
            sums[d] += n
            squares[d] += n * n
    kind = _kind_of(kinds)
    if not count:
        return kind, Fraction(0), Fraction(0), 0
    if None in sums:
        return kind, sums[None], sums[None], count
    total = _total(sums)
    of_squares = sum(Fraction(n, d * d) for d, n in squares.items())
    return kind, (count * of_squares - total * total) / count, total / count, count


def _decimal(kind):
    """Whether it is a decimal's type; the module need not be there for that."""
    decimal = _loaded.get("decimal")
    return decimal is not None and issubclass(kind, decimal.Decimal)


def _as_kind(value, kind):
    """A fraction as a number of that type."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if not _decimal(kind):
            raise
        return kind(value.numerator) / value.denominator


def _root(value, kind):
    """The square root of a fraction, rounded once."""
    n, m = value.numerator, value.denominator
    if _decimal(kind):
        from decimal import Decimal, getcontext, localcontext

        with localcontext() as context:
            context.prec = 2 * getcontext().prec + 10
            root = (Decimal(n) / Decimal(m)).sqrt()
        return +root
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        return (_odd_root(n, m << 2 * shift) << shift) / 1
    return _odd_root(n << -2 * shift, m) / (1 << -shift)


def _odd_root(n, m):
    """The whole part of a root; its last digit is odd where digits are left out."""
    root = isqrt(n // m)
    return root | (root * root * m != n)


# Averages


def mean(data):
    """The arithmetic mean."""
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _as_kind(total / count, kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float, in floats."""
    try:
        count = len(data)
    except TypeError:
        data = list(data)
        count = len(data)
    if weights is None:
        total = fsum(data)
        if not count:
            raise StatisticsError("fmean requires at least one data point")
        return total / count
    try:
        if len(weights) != count:
            raise StatisticsError("data and weights must be the same length")
    except TypeError:
        weights = list(weights)
        if len(weights) != count:
            raise StatisticsError("data and weights must be the same length") from None
    top = fsum(x * w for x, w in zip(data, weights))
    bottom = fsum(weights)
    if not bottom:
        raise StatisticsError("sum of weights must be non-zero")
    return top / bottom


def geometric_mean(data):
    """The n-th root of the product of n numbers."""
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError(
            "geometric mean requires a non-empty dataset containing positive numbers"
        ) from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of reciprocals."""
    if iter(data) is data:
        data = list(data)
    negative = "harmonic mean does not support negative values"
    count = len(data)
    if count < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if count == 1 and weights is None:
        from numbers import Real

        x = data[0]
        if not isinstance(x, Real) and not _decimal(type(x)):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError(negative)
        return x
    if weights is None:
        weights = repeat(1, count)
        total_weight = count
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != count:
            raise StatisticsError("Number of weights does not match data size")
        _, total_weight, _ = _sum(_not_negative(weights, negative))
    try:
        pairs = zip(weights, _not_negative(data, negative))
        kind, total, _ = _sum(w / x if w else 0 for w, x in pairs)
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _as_kind(total_weight / total, kind)


def _not_negative(values, message):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


def _middle(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data, len(data) // 2, len(data) % 2 == 1


def median(data):
    """The middle value; the mean of both middle ones where their number is even."""
    data, i, odd = _middle(data)
    return data[i] if odd else (data[i - 1] + data[i]) / 2


def median_low(data):
    """The middle value, the lower of two."""
    data, i, odd = _middle(data)
    return data[i] if odd else data[i - 1]


def median_high(data):
    """The middle value, the higher of two."""
    data, i, _ = _middle(data)
    return data[i]


def median_grouped(data, interval=1):
    """The median of values that stand for intervals of that width around them."""
    data, i, _ = _middle(data)
    value = data[i]
    below = bisect_left(data, value)
    inside = bisect_right(data, value, lo=below) - below
    try:
        interval = float(interval)
        value = float(value)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return value - interval / 2.0 + interval * (len(data) / 2 - below) / inside


def mode(data):
    """The commonest value, the first of them where several are."""
    commonest = Counter(iter(data)).most_common(1)
    if not commonest:
        raise StatisticsError("no mode for empty data")
    return commonest[0][0]


def multimode(data):
    """The commonest values, in the order of their first appearance."""
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cuts between n parts of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    if method == "inclusive":
        cuts = (divmod(i * (size - 1), n) for i in range(1, n))
        return [(data[j] * (n - delta) + data[j + 1] * delta) / n for j, delta in cuts]
    if method == "exclusive":
        result = []
        for i in range(1, n):
            place = i * (size + 1)
            j = min(max(place // n, 1), size - 1)
            delta = place - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# Spread


def variance(data, xbar=None):
    """The variance of a sample."""
    kind, total, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _as_kind(total / (count - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    kind, total, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _as_kind(total / count, kind)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    kind, total, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(total / (count - 1), kind)


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    kind, total, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(total / count, kind)


# Two variables


def _paired(x, y, what):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{what} requires at least two data points")
    return n


def _products(x, y, x_mean, y_mean):
    return fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))


def covariance(x, y, /):
    """The covariance of two samples."""
    n = _paired(x, y, "covariance")
    return _products(x, y, fsum(x) / n, fsum(y) / n) / (n - 1)


def correlation(x, y, /):
    """Pearson's correlation coefficient."""
    n = _paired(x, y, "correlation")
    x_mean, y_mean = fsum(x) / n, fsum(y) / n
    both = _products(x, y, x_mean, y_mean)
    try:
        return both / sqrt(_products(x, x, x_mean, x_mean) * _products(y, y, y_mean, y_mean))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line with the least squared distances."""
    n = _paired(x, y, "linear regression")
    x_mean, y_mean = (0.0, 0.0) if proportional else (fsum(x) / n, fsum(y) / n)
    try:
        slope = _products(x, y, x_mean, y_mean) / _products(x, x, x_mean, x_mean)
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope, 0.0 if proportional else y_mean - slope * x_mean)


# The normal distribution


def _polynomial(x, coefficients):
    total = 0.0
    for c in coefficients:
        total = total * x + c
    return total


# Rational approximations of the inverse of the distribution function: M. J. Wichura, "Algorithm
# AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37 (1988).
_CENTRE = (
    (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
     4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
     1.3314166789178437745e2, 3.3871328727963666080e0),
    (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
     2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
     4.2313330701600911252e1, 1.0),
)  # fmt: skip
_FLANK = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
     1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
     4.63033784615654529590e0, 1.42343711074968357734e0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
     1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
     2.05319162663775882187e0, 1.0),
)  # fmt: skip
_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
     2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
     5.46378491116411436990e0, 6.65790464350110377720e0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
     7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
     5.99832206555887937690e-1, 1.0),
)  # fmt: skip


def _standard_point(p):
    """Below which point the standard normal distribution has the probability p."""
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        above, below = _CENTRE
        return _polynomial(r, above) * q / _polynomial(r, below)
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    above, below = _FLANK if r <= 5.0 else _TAIL
    r -= 1.6 if r <= 5.0 else 5.0
    x = _polynomial(r, above) / _polynomial(r, below)
    return -x if q < 0.0 else x


class NormalDist:
    """A normal distribution, which can be moved, scaled and added to independent ones."""

    __slots__ = {"_mu": "Arithmetic mean", "_sigma": "Standard deviation"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The one with the mean and the standard deviation of a sample."""
        kind, total, centre, count = _squares(data)
        if count < 2:
            raise StatisticsError("stdev requires at least two data points")
        return cls(float(centre), _root(total / (count - 1), float))

    def samples(self, n, *, seed=None):
        """A list of n draws."""
        import random

        draw = random.gauss if seed is None else random.Random(seed).gauss
        return [draw(self._mu, self._sigma) for _ in range(n)]

    def _spread(self, method):
        if not self._sigma:
            raise StatisticsError(f"{method}() not defined when sigma is zero")
        return self._sigma

    def pdf(self, x):
        """The density at x."""
        variance = self._spread("pdf") ** 2.0
        distance = x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of at most x."""
        return 0.5 * (1.0 + erf((x - self._mu) / (self._spread("cdf") * sqrt(2.0))))

    def inv_cdf(self, p):
        """Where cdf() is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return self._mu + _standard_point(p) * self._sigma

    def quantiles(self, n=4):
        """The n - 1 cuts between n parts of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area that lies below both densities."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        narrow, wide = sorted((self, other), key=lambda one: (one._sigma, one._mu))
        a, b = narrow.variance, wide.variance
        if not a or not b:
            raise StatisticsError("overlap() not defined when sigma is zero")
        apart = fabs(wide._mu - narrow._mu)
        wider = b - a
        if not wider:
            return 1.0 - erf(apart / (2.0 * narrow._sigma * sqrt(2.0)))
        # Both densities meet at the roots of a quadratic equation.
        middle = narrow._mu * b - wide._mu * a
        half = narrow._sigma * wide._sigma * sqrt(apart * apart + wider * log(b / a))
        meetings = ((middle + half) / wider, (middle - half) / wider)
        first, second = (fabs(wide.cdf(x) - narrow.cdf(x)) for x in meetings)
        return 1.0 - (first + second)

    def zscore(self, x):
        """By how many standard deviations x is above the mean."""
        return (x - self._mu) / self._spread("zscore")

    mean = property(lambda self: self._mu, doc="Where half of it lies on either side.")
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma, doc="Standard deviation.")
    variance = property(lambda self: self._sigma**2.0, doc="Square of the standard deviation.")

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * fabs(factor))

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / fabs(divisor))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
