"""A training configuration from dataclasses and argparse, a data loader, a tracker that logs, and a report in csv and json."""
import argparse
import csv
import dataclasses
import io
import json
import logging
import math
import random
import sys
import textwrap
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Iterator, Literal, Optional, Sequence, get_args, get_origin, get_type_hints


@dataclass
class Optim:
    lr: float = 1e-3
    betas: tuple[float, float] = (0.9, 0.999)
    name: Literal["sgd", "adam"] = "adam"


@dataclass
class Config:
    """What a run is made of."""

    epochs: int = 2
    batch: int = 4
    seed: Optional[int] = None
    shuffle: bool = True
    tags: list[str] = field(default_factory=list)
    optim: Optim = field(default_factory=Optim)

    def __post_init__(self):
        if self.batch <= 0:
            raise ValueError(f"batch must be positive: {self.batch!r}")


def add_options(parser, cls, prefix=""):
    hints = get_type_hints(cls)
    for f in dataclasses.fields(cls):
        kind, name = hints[f.name], f"--{prefix}{f.name}"
        default = f.default if f.default is not dataclasses.MISSING else f.default_factory()
        if dataclasses.is_dataclass(kind):
            add_options(parser, kind, f"{f.name}.")
        elif kind is bool:
            parser.add_argument(name, action=argparse.BooleanOptionalAction, default=default)
        elif get_origin(kind) is Literal:
            parser.add_argument(name, choices=get_args(kind), default=default)
        elif get_origin(kind) in (list, tuple):
            parser.add_argument(name, nargs="*", type=get_args(kind)[0], default=default, metavar="X")
        else:
            inner = [a for a in get_args(kind) if a is not type(None)] or [kind]
            parser.add_argument(name, type=inner[0], default=default, help=f"{inner[0].__name__}, default %(default)s")


def build(cls, values, prefix=""):
    hints = get_type_hints(cls)
    keywords = {}
    for f in dataclasses.fields(cls):
        kind = hints[f.name]
        keywords[f.name] = build(kind, values, f"{f.name}.") if dataclasses.is_dataclass(kind) else values[prefix + f.name]
    return cls(**keywords)


def parse(arguments: Sequence[str]) -> Config:
    parser = argparse.ArgumentParser(prog="train", description=Config.__doc__, exit_on_error=False)
    add_options(parser, Config)
    return build(Config, vars(parser.parse_args(arguments)))


class Loader:
    def __init__(self, data, batch, shuffle=False, seed=None, drop_last=False):
        self.data, self.batch, self.drop_last = data, batch, drop_last
        self.random = random.Random(seed) if shuffle else None

    def __len__(self):
        whole, rest = divmod(len(self.data), self.batch)
        return whole + bool(rest and not self.drop_last)

    def __iter__(self) -> Iterator[list]:
        order = list(range(len(self.data)))
        if self.random:
            self.random.shuffle(order)
        for start in range(0, len(order), self.batch):
            chunk = order[start : start + self.batch]
            if len(chunk) == self.batch or not self.drop_last:
                yield [self.data[i] for i in chunk]


class Meter:
    def __init__(self, window=3):
        self.values, self.recent = [], deque(maxlen=window)

    def __iadd__(self, value):
        self.values.append(value)
        self.recent.append(value)
        return self

    def __format__(self, spec):
        if not self.values:
            return "n/a"
        return f"{math.fsum(self.recent) / len(self.recent):{spec or '.3f'}}"

    mean = property(lambda self: math.fsum(self.values) / len(self.values) if self.values else math.nan)


class Tracker(defaultdict):
    def __init__(self, stream):
        super().__init__(Meter)
        self.logger = logging.getLogger("run")
        self.logger.handlers.clear()
        handler = logging.StreamHandler(stream)
        handler.setFormatter(logging.Formatter("%(levelname)-7s|%(name)s|%(message)s"))
        self.logger.addHandler(handler)
        self.logger.setLevel(logging.INFO)
        self.logger.propagate = False
        self.rows = []

    def step(self, epoch, **values):
        for key, value in values.items():
            self[key] += value
        level = logging.WARNING if values["loss"] > 2 else logging.INFO
        self.logger.log(level, "epoch %d: %s", epoch, ", ".join(f"{k}={m:.2f}" for k, m in self.items()))
        self.logger.debug("never shown %s", values)
        self.rows.append({"epoch": epoch, **values})


def train(config: Config):
    data = [(x / 4, 3 * x / 4 - 1) for x in range(-5, 6)]
    loader = Loader(data, config.batch, config.shuffle, config.seed)
    tracker = Tracker(sys.stdout)
    w, b = 0.0, 0.0
    for epoch in range(config.epochs):
        for batch in loader:
            errors = [w * x + b - y for x, y in batch]
            loss = sum(e * e for e in errors) / len(errors)
            w -= config.optim.lr * sum(2 * e * x for e, (x, _) in zip(errors, batch)) / len(batch)
            b -= config.optim.lr * sum(2 * e for e in errors) / len(batch)
            tracker.step(epoch, loss=loss, slope=w)
    return tracker, (w, b)


config = parse("--epochs 2 --seed 3 --optim.lr .2 --tags a b --optim.name sgd --no-shuffle --optim.betas 0.5 0.6".split())
print(config)
for wrong in (["--epochs", "x"], ["--optim.name", "lion"], ["--batch", "0"], ["--what"], ["--seed"]):
    try:
        parse(wrong)
    except (argparse.ArgumentError, ValueError) as error:
        print(type(error).__name__, error)
    except SystemExit as error:
        print("exit", error.code)
print(len(Loader(range(10), 4)), len(Loader(range(10), 4, drop_last=True)), list(Loader("abcde", 2)), list(Loader(range(6), 4, True, 0)))
tracker, (w, b) = train(config)
print(f"{w:.4f} {b:.4f} {tracker['loss']:.4f} {tracker['loss'].mean:.4f} {tracker['none']}")
out = io.StringIO()
writer = csv.DictWriter(out, ["epoch", "loss", "slope"], quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
writer.writeheader()
writer.writerows({k: round(v, 3) for k, v in row.items()} for row in tracker.rows)
print(out.getvalue())
out.seek(0)
rows = list(csv.DictReader(out, quoting=csv.QUOTE_NONNUMERIC))
print(rows[0], min(rows, key=lambda row: row["loss"])["epoch"])


class Encoder(json.JSONEncoder):
    def default(self, o):
        if dataclasses.is_dataclass(o):
            return {"__type__": type(o).__name__, **{f.name: getattr(o, f.name) for f in dataclasses.fields(o)}}
        if isinstance(o, Meter):
            return {"mean": round(o.mean, 6), "count": len(o.values)}
        return super().default(o)


report = json.dumps({"config": config, "meters": tracker, "nan": math.nan}, cls=Encoder, indent=1, sort_keys=True)
print(report)
print(json.loads(report, object_hook=lambda d: Optim(**{k: v for k, v in d.items() if k != "__type__"}) if d.get("__type__") == "Optim" else d)["config"]["optim"])
try:
    json.dumps({1: {2}}, cls=Encoder)
except TypeError as error:
    print(error)
print(textwrap.fill(repr(config), 60, subsequent_indent="    "))
