_absent = object()

class _Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self._source)

class count(_Iterator):
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1:
            return f'count({self._next!r})'
        return f'count({self._next!r}, {self._step!r})'

class repeat(_Iterator):
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(0, times)

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        return self._left

class chain(_Iterator):
    def __init__(self, *iterables):
        self._source = self._walk(iterables)

    @staticmethod
    def _walk(iterables):
        for iterable in iterables:
            yield from iterable

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._source = cls._walk(iterables)
        return made

def _generator(function):
    class wrapper(_Iterator):
        def __init__(self, *args, **keywords):
            self._source = function(*args, **keywords)
    wrapper.__name__ = wrapper.__qualname__ = function.__name__
    wrapper.__module__ = 'itertools'
    return wrapper

@_generator
def cycle(iterable):
    saved = []
    for item in iterable:
        saved.append(item)
        yield item
    while saved:
        for item in saved:
            yield item

@_generator
def accumulate(iterable, func=None, *, initial=None):
    items = iter(iterable)
    if initial is None:
        try:
            total = next(items)
        except StopIteration:
            return
    else:
        total = initial
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total

@_generator
def compress(data, selectors):
    for item, wanted in zip(data, selectors):
        if wanted:
            yield item

@_generator
def dropwhile(predicate, iterable):
    items = iter(iterable)
    for item in items:
        if not predicate(item):
            yield item
            break
    yield from items

@_generator
def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item

@_generator
def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item

@_generator
def starmap(function, iterable):
    for args in iterable:
        yield function(*args)

@_generator
def pairwise(iterable):
    items = iter(iterable)
    a = next(items, _absent)
    if a is _absent:
        return
    for b in items:
        yield a, b
        a = b

class islice(_Iterator):
    def __init__(self, iterable, *args):
        if not args or len(args) > 3:
            raise TypeError(f'islice expected at least 2 arguments, got {len(args) + 1}')
        bounds = slice(*args)
        start = 0 if bounds.start is None else bounds.start
        step = 1 if bounds.step is None else bounds.step
        for value in (start, bounds.stop):
            if value is not None and (not isinstance(value, int) or value < 0):
                raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        if step < 1:
            raise ValueError('Step for islice() must be a positive integer or None.')
        self._source = self._walk(iter(iterable), start, bounds.stop, step)

    @staticmethod
    def _walk(items, start, stop, step):
        i = 0
        wanted = start
        while stop is None or wanted < stop:
            while i <= wanted:
                try:
                    item = next(items)
                except StopIteration:
                    return
                i += 1
            yield item
            wanted += step
        while stop is not None and i < stop:
            try:
                next(items)
            except StopIteration:
                return
            i += 1

@_generator
def zip_longest(*iterables, fillvalue=None):
    sources = [iter(iterable) for iterable in iterables]
    active = len(sources)
    done = [False] * len(sources)
    if not sources:
        return
    while True:
        row = []
        for i, source in enumerate(sources):
            if done[i]:
                row.append(fillvalue)
                continue
            item = next(source, _absent)
            if item is _absent:
                done[i] = True
                active -= 1
                if active == 0:
                    return
                item = fillvalue
            row.append(item)
        yield tuple(row)

class product(_Iterator):
    def __init__(self, *iterables, repeat=1):
        self._source = self._walk([tuple(pool) for pool in iterables] * repeat)

    @staticmethod
    def _walk(pools):
        indices = [0] * len(pools)
        if any(not pool for pool in pools):
            return
        while True:
            yield tuple(pool[i] for pool, i in zip(pools, indices))
            for place in reversed(range(len(pools))):
                indices[place] += 1
                if indices[place] < len(pools[place]):
                    break
                indices[place] = 0
            else:
                return

@_generator
def permutations(iterable, r=None):
    pool = tuple(iterable)
    size = len(pool) if r is None else r
    def walk(chosen):
        if len(chosen) == size:
            yield tuple(pool[i] for i in chosen)
            return
        for i in range(len(pool)):
            if i not in chosen:
                yield from walk(chosen + [i])
    if size <= len(pool):
        yield from walk([])

@_generator
def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    def walk(start, chosen):
        if len(chosen) == r:
            yield tuple(chosen)
            return
        for i in range(start, len(pool)):
            yield from walk(i + 1, chosen + [pool[i]])
    yield from walk(0, [])

@_generator
def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    def walk(start, chosen):
        if len(chosen) == r:
            yield tuple(chosen)
            return
        for i in range(start, len(pool)):
            yield from walk(i, chosen + [pool[i]])
    yield from walk(0, [])

class groupby(_Iterator):
    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key_of = (lambda item: item) if key is None else key
        self._pending = _absent
        self._group = None
        self._ended = False

    def _advance(self):
        item = next(self._items, _absent)
        if item is _absent:
            self._ended = True
            self._pending = _absent
        else:
            self._pending = item

    def __next__(self):
        if self._group is not None:
            group, key = self._group
            for _ in group:
                pass
        if self._pending is _absent:
            if self._ended:
                raise StopIteration
            self._advance()
            if self._ended:
                raise StopIteration
        key = self._key_of(self._pending)
        group = self._walk(key)
        self._group = (group, key)
        return key, group

    def _walk(self, key):
        while self._pending is not _absent and self._key_of(self._pending) == key:
            yield self._pending
            self._advance()

def tee(iterable, n=2):
    items = iter(iterable)
    queues = [[] for _ in range(n)]
    def walk(queue):
        while True:
            if not queue:
                item = next(items, _absent)
                if item is _absent:
                    return
                for each in queues:
                    each.append(item)
            yield queue.pop(0)
    return tuple(walk(queue) for queue in queues)
