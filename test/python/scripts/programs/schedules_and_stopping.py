"""Learning rate schedules, early stopping and checkpoints, in plain Python."""

import json
import math
import os
import pickle
import tempfile
from abc import ABC, abstractmethod
from pathlib import Path


class Schedule(ABC):
    def __init__(self, base):
        self.base = base

    @abstractmethod
    def factor(self, step): ...

    def __call__(self, step):
        return self.base * self.factor(step)

    def __add__(self, other):
        return Sequence([self, other])

    def __repr__(self):
        state = ", ".join(f"{k}={v!r}" for k, v in vars(self).items())
        return f"{type(self).__name__}({state})"


class Warmup(Schedule):
    def __init__(self, base, steps):
        super().__init__(base)
        self.steps = steps

    def factor(self, step):
        return min(1.0, (step + 1) / self.steps)


class Cosine(Schedule):
    def __init__(self, base, steps, floor=0.0):
        super().__init__(base)
        self.steps, self.floor = steps, floor

    def factor(self, step):
        progress = min(step / self.steps, 1)
        return self.floor + (1 - self.floor) * 0.5 * (1 + math.cos(math.pi * progress))


class Steps(Schedule):
    def __init__(self, base, milestones, gamma=0.1):
        super().__init__(base)
        self.milestones, self.gamma = sorted(milestones), gamma

    def factor(self, step):
        return self.gamma ** sum(step >= m for m in self.milestones)


class Sequence(Schedule):
    def __init__(self, parts):
        super().__init__(parts[0].base)
        self.parts = parts

    def factor(self, step):
        for part in self.parts[:-1]:
            if step < part.steps:
                return part.factor(step)
            step -= part.steps
        return self.parts[-1].factor(step)


class EarlyStopping:
    def __init__(self, patience=2, min_delta=0.0, mode="min"):
        self.patience, self.min_delta = patience, min_delta
        self.better = {"min": lambda a, b: a < b - min_delta, "max": lambda a, b: a > b + min_delta}[mode]
        self.best, self.bad = None, 0

    def step(self, value):
        if self.best is None or self.better(value, self.best):
            self.best, self.bad = value, 0
        else:
            self.bad += 1
        return self.bad > self.patience


class Checkpoints:
    """Keeps the best few, and knows where they are."""

    def __init__(self, folder, keep=2):
        self.folder, self.keep, self.kept = Path(folder), keep, []

    def save(self, score, state):
        path = self.folder / f"{score:.3f}.pkl"
        path.write_bytes(pickle.dumps(state))
        self.kept = sorted([*self.kept, (score, path)])
        for _, old in self.kept[self.keep :]:
            old.unlink()
        del self.kept[self.keep :]
        (self.folder / "index.json").write_text(json.dumps([p.name for _, p in self.kept]))


warm = Warmup(0.1, 4) + Cosine(0.1, 6, floor=0.1)
print([f"{warm(step):.4f}" for step in range(12)])
steps = Steps(1.0, [6, 2], gamma=0.5)
print([steps(step) for step in range(8)], steps)
try:
    Schedule(1)
except TypeError as error:
    print(error)

losses = [1.0, 0.7, 0.6, 0.61, 0.59, 0.60, 0.60, 0.61, 0.4]
stopping = EarlyStopping(patience=2, min_delta=0.005)
with tempfile.TemporaryDirectory() as folder:
    checkpoints = Checkpoints(folder)
    for epoch, loss in enumerate(losses):
        checkpoints.save(loss, {"epoch": epoch, "loss": loss, "history": losses[: epoch + 1]})
        stop = stopping.step(loss)
        print(f"epoch {epoch}: loss={loss:<5} best={stopping.best:<5} bad={stopping.bad}", "stop" * stop)
        if stop:
            break
    else:
        print("ran to the end")
    print(sorted(os.listdir(folder)), json.loads(Path(folder, "index.json").read_text()))
    best = pickle.loads((Path(folder) / json.loads(Path(folder, "index.json").read_text())[0]).read_bytes())
    print(best["epoch"], best["history"][-1])
print(os.path.exists(folder))
try:
    EarlyStopping(mode="mean")
except KeyError as error:
    print("no such mode:", error)
