"""`heapq` and `bisect`: queues by priority, merging, and places in sorted lists."""

import bisect
import heapq
import itertools
import random

random.seed(2)
numbers = random.sample(range(100), 12)
heap = numbers[:]
heapq.heapify(heap)
print(heap, all(heap[k] <= heap[c] for k in range(12) for c in (2 * k + 1, 2 * k + 2) if c < 12))
heapq.heappush(heap, -1)
print(heapq.heappop(heap), heapq.heapreplace(heap, 50), heapq.heappushpop(heap, 0), heap)
print([heapq.heappop(heap) for _ in range(len(heap))])
print(heapq.nlargest(3, numbers), heapq.nsmallest(3, numbers), heapq.nlargest(20, numbers) == sorted(numbers)[::-1])
print(heapq.nlargest(2, ["bb", "a", "cccc", "dd"], key=len), heapq.nsmallest(2, {"x": 3, "y": 1, "z": 2}.items(), key=lambda p: p[1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3, 6, 8], [])), list(heapq.merge("db", "ca", reverse=True)))
print(list(itertools.islice(heapq.merge(itertools.count(0, 3), itertools.count(1, 5)), 8)))
print(list(heapq.merge(["a", "ccc"], ["bb"], key=len)))


class Scheduler:
    """Entries of equal priority keep their order; removed ones stay as marks."""

    def __init__(self):
        self.heap, self.entries, self.counter = [], {}, itertools.count()

    def add(self, task, priority=0):
        if task in self.entries:
            self.remove(task)
        entry = self.entries[task] = [priority, next(self.counter), task]
        heapq.heappush(self.heap, entry)

    def remove(self, task):
        self.entries.pop(task)[-1] = None

    def pop(self):
        while self.heap:
            priority, _, task = heapq.heappop(self.heap)
            if task is not None:
                del self.entries[task]
                return task
        raise KeyError("pop from an empty priority queue")


tasks = Scheduler()
for name, priority in (("write", 5), ("read", 1), ("test", 5), ("read", 9), ("plan", 0)):
    tasks.add(name, priority)
tasks.remove("test")
print([tasks.pop() for _ in range(3)])
try:
    tasks.pop()
except KeyError as error:
    print(error)

places = [10, 20, 20, 20, 30]
print(bisect.bisect(places, 20), bisect.bisect_left(places, 20), bisect.bisect_right(places, 20, 0, 2), bisect.bisect_left(places, 5))
bisect.insort(places, 25)
bisect.insort_left(places, 20)
print(places, bisect.bisect_left("acegi", "f"), bisect.bisect([3, 2, 1], 2, key=lambda x: -x))
grades = [(60, "D"), (70, "C"), (80, "B"), (90, "A")]
print([("F" + "".join(g for _, g in grades))[bisect.bisect(grades, s, key=lambda g: g[0])] for s in (33, 99, 77, 70, 89)])

for attempt in (
    lambda: heapq.heappop([]),
    lambda: heapq.heapreplace([], 1),
    lambda: heapq.heappush((), 1),
    lambda: heapq.heapify([1, "a"]),
    lambda: bisect.bisect([1], "a"),
    lambda: bisect.bisect([1], 1, -1),
    lambda: heapq.nlargest("2", [1]),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
