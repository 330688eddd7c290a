# numpy.random: https://numpy.org/doc/1.24/reference/random/legacy.html
#
# The generator is a state that every draw takes and gives on, so that draws wait until somebody looks.

import torch
import _numpy_parts as parts

from ._core import asarray, ndarray, out, shape_of, torch_type, wrap
from ._types import dtype as _dtype, iinfo

__all__ = ['RandomState', 'default_rng', 'seed']


def _size(size):
    shape = () if size is None else shape_of(size)
    if any(n < 0 for n in shape):
        raise ValueError('negative dimensions are not allowed')
    return shape


class RandomState:
    def __init__(self, seed=None):
        self.seed(seed)

    def seed(self, seed=None):
        if seed is None:
            self._state = parts.unseeded()
            return
        if isinstance(seed, ndarray) or isinstance(seed, (list, tuple)):
            words = asarray(seed).ravel().tolist()
            if not words:
                raise ValueError('Seed must be non-empty')
            self._state = parts.seeded_by(words)
            return
        if not hasattr(seed, '__index__'):
            raise TypeError('Cannot cast scalar from dtype(\'float64\') to dtype(\'int64\') according to the rule \'safe\'')
        seed = seed.__index__()
        if not 0 <= seed < 1 << 32:
            raise ValueError('Seed must be between 0 and 2**32 - 1')
        self._state = parts.seeded(seed)

    def __repr__(self):
        return f'RandomState(MT19937) at 0x{id(self):X}'

    def __str__(self):
        return 'RandomState(MT19937)'

    def _real(self, name, size, a=0.0, b=0.0):
        # Parameters may be arrays: then the plain distribution is drawn and moved.
        values, self._state = parts.draw_real(self._state, _size(size), name, a, b)
        return values

    def _moved(self, name, size, place, spread):
        if isinstance(place, (int, float)) and isinstance(spread, (int, float)):
            values = self._real(name, size, float(place), float(spread))
            return values.item() if size is None else wrap(values)
        from ._shaping import broadcast_shapes

        place, spread = asarray(place), asarray(spread)
        shape = broadcast_shapes(place.shape, spread.shape) if size is None else _size(size)
        return asarray(place + spread * wrap(self._real(name, shape, 0.0, 1.0)))

    def random_sample(self, size=None):
        values = self._real('uniform', size, 0.0, 1.0)
        return values.item() if size is None else wrap(values)

    random = ranf = sample = random_sample

    def rand(self, *args):
        return self.random_sample(args if args else None)

    def randn(self, *args):
        return self.standard_normal(args if args else None)

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._moved('uniform', size, low, high - low)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if isinstance(scale, (int, float)) and scale < 0:
            raise ValueError('scale < 0')
        return self._moved('normal', size, loc, scale)

    def standard_normal(self, size=None):
        return self._moved('normal', size, 0.0, 1.0)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        return self._moved('lognormal', size, mean, sigma)

    def exponential(self, scale=1.0, size=None):
        values = self._real('exponential', size, float(scale))
        return values.item() if size is None else wrap(values)

    def standard_exponential(self, size=None):
        return self.exponential(1.0, size)

    def rayleigh(self, scale=1.0, size=None):
        values = self._real('rayleigh', size, float(scale))
        return values.item() if size is None else wrap(values)

    def laplace(self, loc=0.0, scale=1.0, size=None):
        return self._moved('laplace', size, loc, scale)

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        return self._moved('gumbel', size, loc, scale)

    def standard_cauchy(self, size=None):
        values = self._real('cauchy', size)
        return values.item() if size is None else wrap(values)

    def randint(self, low, high=None, size=None, dtype=int):
        if high is None:
            low, high = 0, low
        kind = _dtype(dtype)
        if isinstance(low, (list, tuple, ndarray)) or isinstance(high, (list, tuple, ndarray)):
            return parts.unsupported('numpy.random.randint with arrays of limits')
        low, high = int(low), int(high)
        if kind.kind == 'b':
            least, most = 0, 1
        else:
            least, most = iinfo(kind).min, iinfo(kind).max
        if low < least:
            raise ValueError(f'low is out of bounds for {kind.name}')
        if high - 1 > most:
            raise ValueError(f'high is out of bounds for {kind.name}')
        if low >= high:
            raise ValueError('low >= high')
        values, self._state = parts.draw_integer(
            self._state, _size(size), low, high - 1 - low, torch_type(kind)
        )
        if size is None:
            return values.item() if dtype in (int, bool) else out(values)
        return wrap(values)

    def random_integers(self, low, high=None, size=None):
        return self.randint(1, low + 1, size) if high is None else self.randint(low, high + 1, size)

    def _order(self, n):
        order, self._state = parts.draw_order(self._state, n)
        return order

    def permutation(self, x):
        if isinstance(x, int) or not hasattr(x, '__len__'):
            return wrap(self._order(int(x)))
        a = asarray(x)
        return wrap(a._t[self._order(len(a))])

    def shuffle(self, x):
        order = self._order(len(x))
        if isinstance(x, ndarray):
            x._t.copy_(x._t[order].clone())
        elif isinstance(x, torch.Tensor):
            x.copy_(x[order].clone())
        else:
            x[:] = [x[i] for i in order.tolist()]

    def choice(self, a, size=None, replace=True, p=None):
        pool = None
        if isinstance(a, (int, )) or not hasattr(a, '__len__'):
            count = int(a)
            if count <= 0:
                raise ValueError('a must be greater than 0 unless no samples are taken')
        else:
            pool = a if isinstance(a, (list, tuple)) and _of_objects(a) else asarray(a)
            count = len(pool)
            if count == 0:
                raise ValueError("'a' cannot be empty unless no samples are taken")
            if isinstance(pool, ndarray) and pool.ndim != 1:
                raise ValueError("'a' must be 1-dimensional")
        shape = _size(size)
        needed = 1
        for n in shape:
            needed *= n
        if p is not None:
            places = self._weighted(count, shape, needed, replace, p)
        elif replace:
            places = wrap(parts_of(self, count, shape))
        elif needed > count:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        else:
            places = wrap(self._order(count)[:needed].reshape(shape))
        if pool is None:
            return places._t.item() if size is None else places
        if not isinstance(pool, ndarray):
            if size is None:
                from ._types import str_

                return pool[places._t.item()]
            return parts.unsupported('numpy arrays of str')
        return pool[places if places.ndim else places._t.item()]

    def _weighted(self, count, shape, needed, replace, p):
        p = asarray(p, dtype=float)
        if p.ndim != 1:
            raise ValueError("'p' must be 1-dimensional")
        if p.size != count:
            raise ValueError("'a' and 'p' must have same size")
        if bool((p < 0).any()):
            raise ValueError('probabilities are not non-negative')
        if bool(abs(p.sum() - 1.0) > 1e-8 * 2):
            raise ValueError('probabilities do not sum to 1')
        if replace:
            limits = p.cumsum()
            limits /= limits[-1]
            return asarray(limits.searchsorted(self.random_sample(shape if shape else (1,)), side='right')).reshape(shape)
        if int((p > 0).sum()) < needed:
            raise ValueError('Fewer non-zero entries in p than size')
        return self._without_return(p.copy(), shape, needed)

    def _without_return(self, p, shape, needed):
        from ._searching import unique

        found = []
        while len(found) < needed:
            draws = self.rand(needed - len(found))
            for i in found:
                p[i] = 0
            limits = p.cumsum()
            limits /= limits[-1]
            fresh = limits.searchsorted(draws, side='right')
            first = unique(fresh, return_index=True)[1]
            first.sort()
            found += fresh[first].tolist()
        return asarray(found, dtype=int).reshape(shape)

    def bytes(self, length):
        return parts.unsupported('numpy.random.bytes')

    def get_state(self, legacy=True):
        state = self._state
        keys = wrap(state[:624])
        return ('MT19937', keys, 625 - int(state[624].item()), int(state[626].item()), state[627].item(), state)

    def set_state(self, state):
        self._state = state[-1].clone()

    def __getattr__(self, name):
        if name in _DISTRIBUTIONS:
            return parts.unsupported(f'numpy.random.{name}')
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


def parts_of(self, count, shape):
    values, self._state = parts.draw_integer(self._state, shape, 0, count - 1, torch.int64)
    return values


def _of_objects(items):
    return any(isinstance(each, (str, bytes, dict, type(None))) or callable(each) for each in items)


_DISTRIBUTIONS = frozenset(
    'beta binomial chisquare dirichlet f gamma geometric hypergeometric logistic logseries '
    'multinomial multivariate_normal negative_binomial noncentral_chisquare noncentral_f pareto '
    'poisson power standard_gamma standard_t triangular vonmises wald weibull zipf tomaxint'.split()
)
_shared = RandomState()
_FUNCTIONS = frozenset(
    'seed random_sample random ranf sample rand randn uniform normal standard_normal lognormal '
    'exponential standard_exponential rayleigh laplace gumbel standard_cauchy randint '
    'random_integers permutation shuffle choice bytes get_state set_state'.split()
)


class Generator:
    # https://numpy.org/doc/1.24/reference/random/generator.html
    def __init__(self, seed):
        if isinstance(seed, (list, tuple, ndarray)):
            self._state = parts.unsupported('numpy.random.default_rng with several words')
            return
        if seed is not None and seed < 0:
            raise ValueError('expected non-negative integer')
        self._state = parts.seeded_generator(None if seed is None else seed.__index__())

    def __repr__(self):
        return f'Generator(PCG64) at 0x{id(self):X}'

    def __str__(self):
        return 'Generator(PCG64)'

    def _real(self, name, size, a, b):
        if not isinstance(a, (int, float)) or not isinstance(b, (int, float)):
            a, b = asarray(a), asarray(b)
            shape = (a + b).shape if size is None else _size(size)
            return a + b * self._real(name, shape, 0.0, 1.0)
        values, self._state = parts.generate_real(self._state, _size(size), name, float(a), float(b))
        return values.item() if size is None else wrap(values)

    def random(self, size=None, dtype=float, out=None):
        if _dtype(dtype).name != 'float64' or out is not None:
            return parts.unsupported('Generator.random of other types than float64')
        return self._real('uniform', size, 0.0, 1.0)

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._real('uniform', size, low, high - low)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return self._real('normal', size, loc, scale)

    def standard_normal(self, size=None, dtype=float, out=None):
        if _dtype(dtype).name != 'float64' or out is not None:
            return parts.unsupported('Generator.standard_normal of other types than float64')
        return self._real('normal', size, 0.0, 1.0)

    def integers(self, low, high=None, size=None, dtype=int, endpoint=False):
        if high is None:
            low, high = 0, low
        if _dtype(dtype).name not in ('int64', 'int32'):
            return parts.unsupported('Generator.integers of narrow types')
        low, most = int(low), int(high) - (not endpoint)
        if low > most:
            raise ValueError('low > high' if endpoint else 'low >= high')
        values, self._state = parts.generate_integer(self._state, _size(size), low, most - low)
        return out(values.to(torch_type(dtype)))

    def _order(self, n):
        order, self._state = parts.generate_order(self._state, n)
        return order

    def permutation(self, x, axis=0):
        if not hasattr(x, '__len__'):
            return wrap(self._order(int(x)))
        a = asarray(x)
        return wrap(a._t.index_select(axis, self._order(a.shape[axis])))

    def shuffle(self, x, axis=0):
        if isinstance(x, ndarray):
            x._t.copy_(x._t.index_select(axis, self._order(x.shape[axis])).clone())
        else:
            x[:] = [x[i] for i in self._order(len(x)).tolist()]

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        pool = asarray(a) if hasattr(a, '__len__') else None
        count = int(a) if pool is None else pool.shape[axis]
        shape = _size(size)
        needed = 1
        for n in shape:
            needed *= n
        if p is not None:
            if not replace:
                return parts.unsupported('Generator.choice without replacement and with p')
            limits = asarray(p, dtype=float).cumsum()
            limits /= limits[-1]
            places = asarray(limits.searchsorted(self.random(size), side='right'))
        elif replace:
            places = asarray(self.integers(0, count, size))
        elif needed > count:
            raise ValueError('Cannot take a larger sample than population when replace is False')
        elif not shuffle or count > 10000:
            return parts.unsupported('Generator.choice of large populations, or without shuffling')
        else:
            places, self._state = parts.generate_sample(self._state, count, needed)
            places = wrap(places.reshape(shape))
        if pool is None:
            return places[()] if size is None else places
        return pool.take(places, axis)

    def __getattr__(self, name):
        if name in _DISTRIBUTIONS or name in _GENERATED:
            return parts.unsupported(f'Generator.{name}')
        raise AttributeError(f"'numpy.random._generator.Generator' object has no attribute '{name}'")


_GENERATED = frozenset(
    'exponential standard_exponential laplace gumbel lognormal rayleigh standard_cauchy bytes '
    'permuted multivariate_hypergeometric bit_generator spawn'.split()
)


def default_rng(seed=None):
    return seed if isinstance(seed, Generator) else Generator(seed)


def __getattr__(name):
    if name in _FUNCTIONS or name in _DISTRIBUTIONS:
        return getattr(_shared, name)
    if name in ('PCG64', 'MT19937', 'SeedSequence', 'BitGenerator', 'Philox'):
        return parts.unsupported(f'numpy.random.{name}')
    raise AttributeError(f"module 'numpy.random' has no attribute {name!r}")
