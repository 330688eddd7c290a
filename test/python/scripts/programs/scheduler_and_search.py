"""A priority-queue scheduler with generators as tasks, beam search over a bigram model, and learning-rate schedules."""
import heapq
import itertools
import math
import random
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial, total_ordering
from typing import Any, Callable, Generator, Protocol, runtime_checkable


@dataclass(order=True)
class Job:
    at: float
    priority: int
    serial: int = field(default_factory=itertools.count().__next__)
    task: Any = field(default=None, compare=False, repr=False)
    name: str = field(default="", compare=False)


class Cancelled(Exception):
    pass


class Scheduler:
    def __init__(self):
        self.queue, self.now, self.log = [], 0.0, []

    def spawn(self, task: Generator, name: str, *, delay=0.0, priority=0) -> Job:
        job = Job(self.now + delay, -priority, task=task, name=name)
        heapq.heappush(self.queue, job)
        return job

    def run(self, until=math.inf):
        while self.queue and self.queue[0].at <= until:
            job = heapq.heappop(self.queue)
            self.now = job.at
            try:
                request = job.task.send(None)
            except StopIteration as stop:
                print(f"[{self.now:4.1f}] {job.name} finished with {stop.value!r}")
            except Exception as error:
                print(f"[{self.now:4.1f}] {job.name} failed: {type(error).__name__}: {error}")
            else:
                match request:
                    case int() | float() as delay:
                        self.spawn(job.task, job.name, delay=delay, priority=-job.priority)
                    case ("spawn", Generator() as child, str(name)):
                        self.spawn(child, f"{job.name}/{name}", priority=5)
                        self.spawn(job.task, job.name)
                    case {"stop": reason}:
                        try:
                            job.task.throw(Cancelled(reason))
                        except Cancelled as error:
                            print(f"[{self.now:4.1f}] {job.name} cancelled: {error}")
                    case _:
                        job.task.close()
                        print(f"[{self.now:4.1f}] {job.name} asked for {request!r}")
        return len(self.queue)


def worker(n, step):
    try:
        for i in range(n):
            got = yield step
            assert got is None
        return n * step
    finally:
        print("   ", f"worker({n}, {step}) cleans up")


def parent():
    yield "spawn", worker(2, 0.5), "child"
    yield 1
    yield {"stop": "enough"}


def broken():
    yield 0.7
    raise ValueError(f"broken at {0.7:.2f}")


Generator = type(worker(0, 0))
s = Scheduler()
for task, name in [(worker(3, 1), "slow"), (parent(), "parent"), (broken(), "broken"), (iter_bad := (x for x in ["what"]), "odd")]:
    s.spawn(task, name)
print("left", s.run(until=1.5), s.now)
print("left", s.run(), s.now, sorted([Job(2, 0, 1), Job(1, 5, 2), Job(1, 0, 3)])[0])

text = "the cat sat on the mat and the cat ate the rat on the mat"


class Bigrams(defaultdict):
    def __init__(self, words):
        super().__init__(Counter)
        for a, b in itertools.pairwise(["<s>", *words, "</s>"]):
            self[a][b] += 1

    def score(self, a, b):
        counts = self.get(a, {})
        return math.log(counts[b] / counts.total()) if b in counts else -math.inf


def beam_search(model, width, length, penalty=0.6):
    beams = [(0.0, ("<s>",))]
    done = []
    for _ in range(length):
        grown = [(score + model.score(words[-1], word), (*words, word)) for score, words in beams for word in sorted(model[words[-1]])]
        beams = []
        for score, words in heapq.nlargest(width, grown, key=lambda b: (b[0], b[1])):
            (done if words[-1] == "</s>" else beams).append((score, words))
        if not beams:
            break
    rank = lambda beam: beam[0] / len(beam[1]) ** penalty
    return sorted(done + beams, key=rank, reverse=True)[:width]


model = Bigrams(text.split())
print({k: v.most_common(2) for k, v in model.items() if len(v) > 1})
for width in (1, 2, 4):
    for score, words in beam_search(model, width, 6):
        print(f"{width} {score:8.4f} {' '.join(words)}")
random.seed(7)
sentence = ["<s>"]
while sentence[-1] != "</s>" and len(sentence) < 12:
    following = model[sentence[-1]]
    sentence += random.choices(list(following), weights=following.values())
print(" ".join(sentence), model.score("x", "y"))


@runtime_checkable
class Schedule(Protocol):
    def at(self, step: int) -> float: ...


class Base(ABC):
    registry: dict[str, type] = {}

    def __init_subclass__(cls, name=None, **keywords):
        super().__init_subclass__(**keywords)
        Base.registry[name or cls.__name__.lower()] = cls

    def __init__(self, lr, **options):
        self.lr = lr
        for key, value in options.items():
            if key not in self.__annotations__:
                raise TypeError(f"{type(self).__name__} got an unknown option {key!r}")
            setattr(self, key, value)

    @abstractmethod
    def factor(self, step): ...

    def at(self, step):
        return self.lr * self.factor(step)

    def __or__(self, other):
        return Warmup(self, other) if isinstance(other, int) else NotImplemented


class Cosine(Base):
    total: int = 10
    floor: float = 0.1

    def factor(self, step):
        return self.floor + (1 - self.floor) * (1 + math.cos(math.pi * min(step / self.total, 1))) / 2


class Stepped(Base, name="steps"):
    every: int = 3
    gamma: float = 0.5

    def factor(self, step):
        return self.gamma ** (step // self.every)


class Warmup:
    def __init__(self, inner, steps):
        self.inner, self.steps = inner, steps

    def at(self, step):
        return self.inner.at(step - self.steps) if step >= self.steps else self.inner.lr * (step + 1) / self.steps


for schedule in (Base.registry["cosine"](0.1, total=8), Base.registry["steps"](1.0, gamma=0.1), Cosine(0.01) | 3):
    print(type(schedule).__name__.ljust(8), " ".join(f"{schedule.at(i):.5f}" for i in range(10)), isinstance(schedule, Schedule))
for attempt in (lambda: Base(0.1), lambda: Cosine(0.1, foo=1), lambda: Cosine(0.1) | "x", lambda: Cosine(), lambda: Base.registry["none"]):
    try:
        print(attempt())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
print(sorted(Base.registry), isinstance(5, Schedule), Base.__abstractmethods__)
