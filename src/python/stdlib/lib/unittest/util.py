# How values are shown in the messages of failed tests.

from collections import Counter

_MAX_LENGTH = 80


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def shortened(*values):
    """Reprs of values that share a beginning, cut so that what differs is seen."""
    texts = [safe_repr(value) for value in values]
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = _common_prefix(texts)
    count = len(prefix)
    begin, common, end = 5, 5, 5
    room = _MAX_LENGTH - begin - common - end
    tail = longest - count
    if tail < room - 12:
        room_for_prefix = max(0, _MAX_LENGTH - tail - begin - end - 12)
        prefix = _cut(prefix, begin, room_for_prefix + common)
        return [prefix + text[count:] for text in texts]
    prefix = _cut(prefix, begin, common)
    return [prefix + _cut(text[count:], _MAX_LENGTH - begin - common - end - 24, end) for text in texts]


def _common_prefix(texts):
    first, last = min(texts), max(texts)
    for i, letter in enumerate(first):
        if letter != last[i]:
            return first[:i]
    return first


def _cut(text, head, tail):
    left_out = len(text) - head - tail
    if left_out > 12:
        return f'{text[:head]}[{left_out} chars]{text[len(text) - tail:]}'
    return text


def sorted_list_difference(expected, actual):
    """Items of two sorted lists that only the one or the other has."""
    missing = [item for item in expected if item not in actual]
    unexpected = [item for item in actual if item not in expected]
    return missing, unexpected


def count_differences(first, second):
    """Triples of how often either list has an item, and the item, where these differ."""
    try:
        one, other = Counter(first), Counter(second)
    except TypeError:
        return _count_by_equality(first, second)
    return [
        (one[item], other[item], item)
        for item in {**one, **other}
        if one[item] != other[item]
    ]


def _count_by_equality(first, second):
    seen, found = [], []
    for item in [*first, *second]:
        if any(item is known or item == known for known in seen):
            continue
        seen.append(item)
        counts = [sum(item is other or item == other for other in items) for items in (first, second)]
        if counts[0] != counts[1]:
            found.append((*counts, item))
    return found
