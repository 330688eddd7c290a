"""Configurations of experiments: nested dataclasses, overrides from a command line, and differences."""

from __future__ import annotations

import argparse
import json
from dataclasses import MISSING, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any, Optional, get_args, get_type_hints


@dataclass(frozen=True)
class Optimizer:
    name: str = "adam"
    lr: float = 1e-3
    betas: tuple[float, float] = (0.9, 0.999)
    weight_decay: Optional[float] = None


@dataclass
class Model:
    depth: int = 4
    width: int = 64
    blocks: list[str] = field(default_factory=lambda: ["conv", "conv", "attention"])
    norm: bool = True


@dataclass
class Config:
    name: str
    seed: int = 0
    model: Model = field(default_factory=Model)
    optimizer: Optimizer = field(default_factory=Optimizer)

    def __post_init__(self):
        if self.seed < 0:
            raise ValueError(f"seed must not be negative, got {self.seed}")


def parse_value(text: str, kind: Any) -> Any:
    if kind is bool:
        try:
            return {"true": True, "yes": True, "false": False, "no": False}[text.lower()]
        except KeyError:
            raise ValueError(f"not a truth value: {text!r}") from None
    if kind in (int, float, str):
        return kind(text)
    if type(None) in get_args(kind):
        return None if text == "none" else parse_value(text, get_args(kind)[0])
    value = json.loads(text)
    return tuple(value) if getattr(kind, "__origin__", None) is tuple else value


def override(config, path: str, text: str):
    head, _, rest = path.partition(".")
    names = {one.name for one in fields(config)}
    if head not in names:
        raise KeyError(f"{type(config).__name__} has no field {head!r}, only {sorted(names)}")
    value = getattr(config, head)
    if rest:
        if not is_dataclass(value):
            raise TypeError(f"{head!r} is no group")
        return replace(config, **{head: override(value, rest, text)})
    kind = get_type_hints(type(config))[head]
    return replace(config, **{head: parse_value(text, kind)})


def differences(a, b, prefix=""):
    for one in fields(a):
        x, y = getattr(a, one.name), getattr(b, one.name)
        if is_dataclass(x):
            yield from differences(x, y, f"{prefix}{one.name}.")
        elif x != y:
            yield f"{prefix}{one.name}: {x!r} -> {y!r}"


parser = argparse.ArgumentParser(prog="train")
parser.add_argument("name")
parser.add_argument("-o", "--override", action="append", default=[], metavar="KEY=VALUE")
arguments = parser.parse_args(
    ["resnet", "-o", "model.depth=8", "--override", "optimizer.lr=3e-4", "-o", "model.norm=no",
     "-o", "optimizer.betas=[0.8, 0.99]", "-o", "optimizer.weight_decay=0.01", "-oseed=7"]
)  # fmt: skip

base = config = Config(arguments.name)
for item in arguments.override:
    key, _, text = item.partition("=")
    config = override(config, key, text)
print(*differences(base, config), sep="\n")
print(json.dumps(asdict(config), indent=2))
print(config.optimizer, hash(config.optimizer) == hash(replace(config.optimizer)))

for key, text in (
    ("model.heads", "3"),
    ("seed", "-1"),
    ("seed", "seven"),
    ("name.first", "x"),
    ("model.norm", "perhaps"),
    ("model.blocks", "[conv]"),
):
    try:
        override(config, key, text)
    except (KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    config.optimizer.lr = 1
except Exception as error:
    print(type(error).__name__, error)
print([(one.name, one.default is MISSING, one.default_factory is MISSING) for one in fields(Config)])
