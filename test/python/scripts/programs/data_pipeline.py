"""A data pipeline of generators: reading, shuffling in a buffer, batching, padding, prefetching."""

import csv
import io
import itertools
import random
from collections import namedtuple
from functools import partial, reduce

Sample = namedtuple("Sample", "text label", defaults=[None])

RAW = """text,label
"the cat sat, quietly",0
a dog barked,1
"""
RAW += "".join(f'"sentence number {i} {"long " * (i % 4)}",{i % 3}\n' for i in range(12))


class Pipeline:
    """Stages are functions from an iterator to an iterator; pipelines are put together by `|`."""

    def __init__(self, source, *stages):
        self.source, self.stages = source, stages

    def __or__(self, stage):
        if not callable(stage):
            return NotImplemented
        return Pipeline(self.source, *self.stages, stage)

    def __iter__(self):
        return reduce(lambda items, stage: stage(items), self.stages, iter(self.source()))


def read():
    for row in csv.DictReader(io.StringIO(RAW)):
        yield Sample(row["text"], int(row["label"]))


def mapped(function):
    return lambda items: (function(item) for item in items)


def filtered(test):
    return partial(filter, test)


def shuffled(size, seed):
    def stage(items):
        rng = random.Random(seed)
        buffer = list(itertools.islice(items, size))
        for item in items:
            i = rng.randrange(size)
            buffer[i], item = item, buffer[i]
            yield item
        rng.shuffle(buffer)
        yield from buffer

    return stage


def batched(n, drop_last=False):
    def stage(items):
        while batch := list(itertools.islice(items, n)):
            if len(batch) == n or not drop_last:
                yield batch

    return stage


def encode(vocabulary, sample):
    ids = [vocabulary.setdefault(word, len(vocabulary)) for word in sample.text.split()]
    return sample._replace(text=ids)


def collate(batch, pad=0):
    width = max(len(sample.text) for sample in batch)
    return (
        [sample.text + [pad] * (width - len(sample.text)) for sample in batch],
        [sample.label for sample in batch],
        [len(sample.text) for sample in batch],
    )


vocabulary = {"<pad>": 0, "<unk>": 1}
pipeline = (
    Pipeline(read)
    | filtered(lambda sample: sample.label != 2)
    | mapped(partial(encode, vocabulary))
    | shuffled(4, seed=5)
    | batched(3)
    | mapped(collate)
)
for ids, labels, lengths in pipeline:
    print(labels, lengths, *ids, sep="\n  ")
print(len(vocabulary), list(vocabulary)[-3:])
print([len(batch) for batch in Pipeline(read) | batched(4, drop_last=True)])
print(sum(1 for _ in pipeline), Sample("x"), Sample._fields, Sample("a", 1)._asdict())

first, second = itertools.tee(Pipeline(lambda: range(10)))
print(list(zip(first, itertools.islice(second, 3, None))))
by_label = itertools.groupby(sorted(read(), key=lambda s: s.label), key=lambda s: s.label)
print({label: sum(len(s.text) for s in group) for label, group in by_label})
try:
    pipeline | 3
except TypeError as error:
    print(error)


def endless():
    epoch = 0
    try:
        while True:
            received = yield epoch
            epoch = epoch + 1 if received is None else received
    finally:
        print("closed at", epoch)


stream = endless()
print(next(stream), next(stream), stream.send(40), next(stream))
stream.close()
