"""Heaps in lists, the least item first: https://docs.python.org/3.11/library/heapq.html

An item at place n is not greater than those at 2n + 1 and 2n + 2. An item that is taken from the
top leaves a gap, which is brought down to a leaf and filled there from the end, since what stands at
the end is large most of the time.
"""

__all__ = [
    "heappush",
    "heappop",
    "heapify",
    "heapreplace",
    "merge",
    "nlargest",
    "nsmallest",
    "heappushpop",
]


def _check(heap, where):
    if not isinstance(heap, list):
        raise TypeError(f"{where} must be list, not {type(heap).__name__}")


def _rise(heap, top, place):
    item = heap[place]
    while place > top:
        parent = (place - 1) >> 1
        other = heap[parent]
        if not item < other:
            break
        heap[place] = other
        place = parent
    heap[place] = item


def _sink(heap, place):
    top = place
    end = len(heap)
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, top, place)


def _rise_max(heap, top, place):
    item = heap[place]
    while place > top:
        parent = (place - 1) >> 1
        other = heap[parent]
        if not other < item:
            break
        heap[place] = other
        place = parent
    heap[place] = item


def _sink_max(heap, place):
    top = place
    end = len(heap)
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise_max(heap, top, place)


def heappush(heap, item, /):
    """Adds an item."""
    _check(heap, "heappush() argument 1")
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Takes the least item."""
    _check(heap, "heappop() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return least


def heapreplace(heap, item, /):
    """Takes the least item, and adds another."""
    _check(heap, "heapreplace() argument 1")
    if not heap:
        raise IndexError("index out of range")
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least


def heappushpop(heap, item, /):
    """Adds an item, then takes the least."""
    _check(heap, "heappushpop() argument 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    """Makes a heap of a list, in place."""
    _check(heap, "heapify() argument")
    for place in reversed(range(len(heap) // 2)):
        _sink(heap, place)


def _heapify_max(heap, /):
    _check(heap, "_heapify_max() argument")
    for place in reversed(range(len(heap) // 2)):
        _sink_max(heap, place)


def _heappop_max(heap, /):
    last = heap.pop()
    if not heap:
        return last
    greatest = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return greatest


def _heapreplace_max(heap, item, /):
    greatest = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return greatest


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, sorted; equal ones in the order of their iterables."""
    # Entries are [key, rank, item, source]; ranks decide between equals.
    heap = []
    heapify_it, pop, replace, sign = (
        (_heapify_max, _heappop_max, _heapreplace_max, -1)
        if reverse
        else (heapify, heappop, heapreplace, 1)
    )
    for rank, iterable in enumerate(map(iter, iterables)):
        for item in iterable:
            heap.append([item if key is None else key(item), rank * sign, item, iterable])
            break
    heapify_it(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        for item in entry[3]:
            entry[0] = item if key is None else key(item)
            entry[2] = item
            replace(heap, entry)
            break
        else:
            pop(heap)


def nsmallest(n, iterable, key=None):
    """The n least items, the least first: as sorted(iterable, key=key)[:n]."""
    if n == 1:
        nothing = object()
        least = min(iterable, default=nothing, key=key)
        return [] if least is nothing else [least]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    numbered = iter(iterable)
    kept = [
        (item if key is None else key(item), place, item)
        for place, item in zip(range(n), numbered)
    ]
    if not kept:
        return []
    _heapify_max(kept)
    worst = kept[0][0]
    place = n
    for item in numbered:
        value = item if key is None else key(item)
        if value < worst:
            _heapreplace_max(kept, (value, place, item))
            worst = kept[0][0]
            place += 1
    kept.sort()
    return [item for _, _, item in kept]


def nlargest(n, iterable, key=None):
    """The n greatest items, the greatest first: as sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        nothing = object()
        greatest = max(iterable, default=nothing, key=key)
        return [] if greatest is nothing else [greatest]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    numbered = iter(iterable)
    kept = [
        (item if key is None else key(item), -place, item)
        for place, item in zip(range(n), numbered)
    ]
    if not kept:
        return []
    heapify(kept)
    worst = kept[0][0]
    place = -n
    for item in numbered:
        value = item if key is None else key(item)
        if worst < value:
            heapreplace(kept, (value, place, item))
            worst = kept[0][0]
            place -= 1
    kept.sort(reverse=True)
    return [item for _, _, item in kept]
