"""Metrics of a training run: running means, a confusion matrix, and tables in text."""

import math
import random
from collections import defaultdict, deque
from contextlib import contextmanager


class RunningMean:
    """Welford's algorithm: mean and variance in one pass."""

    def __init__(self, window=None):
        self.n, self.mean, self.m2 = 0, 0.0, 0.0
        self.recent = deque(maxlen=window)

    def update(self, value):
        self.n += 1
        delta = value - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (value - self.mean)
        self.recent.append(value)
        return self

    @property
    def std(self):
        return math.sqrt(self.m2 / (self.n - 1)) if self.n > 1 else math.nan

    def __format__(self, spec):
        spec = spec or ".4f"
        return f"{self.mean:{spec}} ± {self.std:{spec}}"


class Metrics(defaultdict):
    def __init__(self):
        super().__init__(RunningMean)
        self._prefix = []

    @contextmanager
    def scope(self, name):
        self._prefix.append(name)
        try:
            yield self
        finally:
            self._prefix.pop()

    def log(self, **values):
        for name, value in values.items():
            self["/".join([*self._prefix, name])].update(value)


def table(rows, header, align=">"):
    cells = [list(map(str, header)), *(list(map(str, row)) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells)]
    line = "+".join("-" * (w + 2) for w in widths)
    out = [" | ".join(f"{c:{align}{w}}" for c, w in zip(row, widths)) for row in cells]
    return "\n".join([out[0], line.strip("-") and line[1:-1], *out[1:]])


def confusion(pairs, classes):
    counts = {a: dict.fromkeys(classes, 0) for a in classes}
    for truth, guess in pairs:
        counts[truth][guess] += 1
    return counts


def report(counts):
    for name in counts:
        right = counts[name][name]
        guessed = sum(row[name] for row in counts.values())
        actual = sum(counts[name].values())
        precision = right / guessed if guessed else 0.0
        recall = right / actual if actual else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        yield name, f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", actual


random.seed(3)
metrics = Metrics()
for epoch in range(3):
    for step in range(20):
        with metrics.scope("train"):
            metrics.log(loss=2.0 / (1 + epoch) + random.random() / 10, accuracy=0.3 * epoch + 0.1)
    with metrics.scope("val"), metrics.scope("clean"):
        metrics.log(loss=2.2 / (1 + epoch))
for name, mean in sorted(metrics.items()):
    print(f"{name:<16} {mean} {mean:.2e} n={mean.n}")
print(f"{metrics['empty']:.1f}", list(metrics)[-1], metrics["train/loss"].recent.maxlen)

classes = ["cat", "dog", "owl"]
pairs = [(t, t if random.random() < 0.7 else random.choice(classes)) for t in random.choices(classes, k=60)]
counts = confusion(pairs, classes)
print(table([[a, *counts[a].values()] for a in classes], ["", *classes]))
print(table(report(counts), ["class", "precision", "recall", "f1", "n"], align="<"))
accuracy = sum(a == b for a, b in pairs) / len(pairs)
print(f"{accuracy:.2%} {accuracy:>+10.4f} {round(accuracy, 3)}")

bars = "▁▂▃▄▅▆▇█"
losses = [1 / (1 + 0.3 * i) + 0.1 * math.sin(i) for i in range(24)]
low, high = min(losses), max(losses)
print("".join(bars[int((x - low) / (high - low) * (len(bars) - 1))] for x in losses))
