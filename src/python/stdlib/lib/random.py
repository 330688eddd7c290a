"""Random numbers, those of CPython under a seed: https://docs.python.org/3.11/library/random.html

Random takes what it can from the native `_random`. A class that has a `random` or `getrandbits` of
its own gets the forms of `_Written`, which draw from these.
"""

import _random
from itertools import accumulate as _accumulate
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, floor as _floor
from math import isfinite as _isfinite, log as _log, pi as _pi, sin as _sin, sqrt as _sqrt

__all__ = [
    "Random",
    "SystemRandom",
    "betavariate",
    "choice",
    "choices",
    "expovariate",
    "gammavariate",
    "gauss",
    "getrandbits",
    "getstate",
    "lognormvariate",
    "normalvariate",
    "paretovariate",
    "randbytes",
    "randint",
    "random",
    "randrange",
    "sample",
    "seed",
    "setstate",
    "shuffle",
    "triangular",
    "uniform",
    "vonmisesvariate",
    "weibullvariate",
]

TWOPI = 2.0 * _pi
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53
RECIP_BPF = 2**-BPF
_ONE = 1


def _whole(value, what):
    """A bound of randrange; floats that are whole numbers still pass."""
    try:
        return value.__index__()
    except AttributeError:
        whole = int(value)
        from warnings import warn

        if whole != value:
            warn(
                "randrange() will raise TypeError in the future", DeprecationWarning, stacklevel=3
            )
            raise ValueError(f"non-integer {what} for randrange()")
        warn(
            "non-integer arguments to randrange() have been deprecated since Python 3.10 and will "
            "be removed in a subsequent version",
            DeprecationWarning,
            stacklevel=3,
        )
        return whole


class Random(_random.Random):
    """A generator of random numbers: the Mersenne Twister, with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def __init_subclass__(cls, /, **keywords):
        super().__init_subclass__(**keywords)
        own = cls.__dict__
        if "_randbelow" in own:
            bits = None
        elif "getrandbits" in own:
            bits = _below_with_getrandbits
        elif "random" in own:
            bits = _below_without_getrandbits
        else:
            return
        if bits is not None:
            cls._randbelow = bits
        for name, method in _Written.__dict__.items():
            if not name.startswith("__") and name not in own and _is_ours(cls, name):
                setattr(cls, name, method)

    @property
    def gauss_next(self):
        """The second of a pair of normals, or None."""
        return self._get_spare()

    @gauss_next.setter
    def gauss_next(self, value):
        self._set_spare(value)

    def seed(self, a=None, version=2):
        """Starts from an int, a text, bytes, a float, or from nothing that is known."""
        if version == 1 and isinstance(a, (str, bytes)):
            text = a.decode("latin-1") if isinstance(a, bytes) else a
            x = ord(text[0]) << 7 if text else 0
            for c in map(ord, text):
                x = ((1000003 * x) ^ c) & 0xFFFFFFFFFFFFFFFF
            x ^= len(text)
            a = -2 if x == -1 else x
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            a = _random._seed_of_text(a)
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError(
                "The only supported seed types are: None,\nint, float, str, bytes, and bytearray."
            )
        super().seed(a)

    def getstate(self):
        """The state, which setstate() takes."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Goes on from a state that getstate() gave."""
        version = state[0]
        if version == 3:
            version, inner, gauss_next = state
        elif version == 2:
            version, inner, gauss_next = state
            try:
                inner = tuple(x % (2**32) for x in inner)
            except ValueError as error:
                raise TypeError from error
        else:
            raise ValueError(
                f"state with version {version} passed to Random.setstate() of version "
                f"{self.VERSION}"
            )
        super().setstate(inner)
        self.gauss_next = gauss_next

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randint(self, a, b):
        """An int N with a <= N <= b."""
        if type(a) is int and type(b) is int and a <= b:
            return self._within(a, b + 1)
        return self.randrange(a, b + 1)

    def randrange(self, start, stop=None, step=_ONE):
        """One of range(start, stop, step)."""
        if type(start) is int and step is _ONE:
            if stop is None:
                if start > 0:
                    return self._within(0, start)
            elif type(stop) is int and start < stop:
                return self._within(start, stop)
        first = _whole(start, "arg 1")
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        last = _whole(stop, "stop")
        width = last - first
        by = _whole(step, "step")
        if by == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(
                f"empty range for randrange() ({first}, {last}, {width})"
            )
        if by > 0:
            n = (width + by - 1) // by
        elif by < 0:
            n = (width + by + 1) // by
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return first + by * self._randbelow(n)

    def shuffle(self, x):
        """Brings a list into a random order, in place."""
        if type(x) is list:
            return super().shuffle(x)
        return _Written.shuffle(self, x)

    def sample(self, population, k, *, counts=None):
        """k different places of a population; counts say how often each item stands there."""
        if counts is None and type(population) in (list, tuple, range, str):
            return self._sample(population, k)
        return _Written.sample(self, population, k, counts=counts)

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items, each drawn from the whole population."""
        return self._choices(population, k, _sums(population, weights, cum_weights))

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Between low and high, most often near mode."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def lognormvariate(self, mu, sigma):
        """What has a normal logarithm."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        """The wait for events that come lambd times in a unit of time."""
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """Angles around mu (Best and Fisher, 1979)."""
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if random() > 0.5:
            return (mu + _acos(f)) % TWOPI
        return (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        """The gamma distribution; its mean is alpha * beta."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        random = self.random
        if alpha > 1.0:
            # R. C. H. Cheng, "The generation of Gamma variables with non-integral shape
            # parameters", 1977.
            root = _sqrt(2.0 * alpha - 1.0)
            b = alpha - LOG4
            c = alpha + root
            while True:
                u1 = random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - random()
                v = _log(u1 / (1.0 - u1)) / root
                x = alpha * _exp(v)
                z = u1 * u1 * u2
                r = b + c * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - random()) * beta
        # J. H. Ahrens and U. Dieter, algorithm GS, 1974.
        while True:
            b = (_e + alpha) / _e
            p = b * random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = random()
            if p > 1.0:
                if u <= x ** (alpha - 1.0):
                    break
            elif u <= _exp(-x):
                break
        return x * beta

    def betavariate(self, alpha, beta):
        """Between 0 and 1, of two gamma distributions."""
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha):
        """The Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """The Weibull distribution, of scale alpha and shape beta."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


def _sums(population, weights, cum_weights):
    """The running sums of weights as floats, or None."""
    n = len(population)
    if cum_weights is None:
        if weights is None:
            return None
        try:
            cum_weights = list(_accumulate(weights))
        except TypeError:
            if not isinstance(weights, int):
                raise
            k = weights
            raise TypeError(
                f"The number of choices must be a keyword argument: {k=}"
            ) from None
    elif weights is not None:
        raise TypeError("Cannot specify both weights and cumulative weights")
    if len(cum_weights) != n:
        raise ValueError("The number of weights does not match the population")
    total = cum_weights[-1] + 0.0
    if total <= 0.0:
        raise ValueError("Total of weights must be greater than zero")
    if not _isfinite(total):
        raise ValueError("Total of weights must be finite")
    return [float(weight) for weight in cum_weights]


def _is_ours(cls, name):
    """Whether a class has a method from here, not from a class between."""
    found = getattr(cls, name, None)
    return found is getattr(Random, name, None) or found is getattr(_random.Random, name, None)


def _below_with_getrandbits(self, n):
    if not n:
        return 0
    size = n.bit_length()
    drawn = self.getrandbits(size)
    while drawn >= n:
        drawn = self.getrandbits(size)
    return drawn


def _below_without_getrandbits(self, n, maxsize=1 << BPF):
    if n >= maxsize:
        from warnings import warn

        warn(
            "Underlying random() generator does not supply \n"
            "enough bits to choose from a population range this large.\n"
            "To remove the range limitation, add a getrandbits() method."
        )
        return _floor(self.random() * n)
    if not n:
        return 0
    rest = maxsize % n
    limit = (maxsize - rest) / maxsize
    drawn = self.random()
    while drawn >= limit:
        drawn = self.random()
    return _floor(drawn * maxsize) % n


class _Written:
    """The forms that draw from the methods of the class that they are put in."""

    def _within(self, start, stop):
        return start + self._randbelow(stop - start)

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        from collections.abc import Sequence

        if not isinstance(population, Sequence):
            raise TypeError(
                "Population must be a sequence.  For dicts or sets, use sorted(d)."
            )
        n = len(population)
        if counts is not None:
            sums = list(_accumulate(counts))
            if len(sums) != n:
                raise ValueError("The number of counts does not match the population")
            total = sums.pop()
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            from bisect import bisect

            places = self.sample(range(total), k=k)
            return [population[bisect(sums, place)] for place in places]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        taken = [None] * k
        size = 21
        if k > 5:
            size += 4 ** _ceil(_log(k * 3, 4))
        if n <= size:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                taken[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            seen = set()
            for i in range(k):
                j = self._randbelow(n)
                while j in seen:
                    j = self._randbelow(n)
                seen.add(j)
                taken[i] = population[j]
        return taken

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        sums = _sums(population, weights, cum_weights)
        n = len(population)
        if sums is None:
            n += 0.0
            return [population[_floor(self.random() * n)] for _ in range(k)]
        from bisect import bisect

        total = sums[-1]
        return [population[bisect(sums, self.random() * total, 0, n - 1)] for _ in range(k)]

    def normalvariate(self, mu=0.0, sigma=1.0):
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma


class SystemRandom(Random):
    """Draws from the operating system's randomness; it has no state and takes no seed."""

    def random(self):
        from os import urandom

        return (int.from_bytes(urandom(7)) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        from os import urandom

        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = (k + 7) // 8
        return int.from_bytes(urandom(size)) >> (size * 8 - k)

    def randbytes(self, n):
        from os import urandom

        return urandom(n)

    def seed(self, *args, **kwds):
        return None

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _notimplemented


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes
