"""What most programs use, so that the code for it is compiled when Torchpad is built."""

import argparse
import collections
import contextlib
import dataclasses
import enum
import functools
import itertools
import json
import logging
import math
import os
import pathlib
import random
import re
import sys
import time
import typing

import torch
import torch.nn as nn
import torch.nn.functional as F


class Kind(enum.Enum):
    PLAIN = 1
    GATED = 2


@dataclasses.dataclass
class Config:
    width: int = 8
    depth: int = 2
    kind: Kind = Kind.PLAIN
    names: typing.List[str] = dataclasses.field(default_factory=list)


class Block(nn.Module):
    def __init__(self, config: Config) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(config.width)
        self.inner = nn.Sequential(
            nn.Linear(config.width, 4 * config.width), nn.GELU(), nn.Linear(4 * config.width, config.width)
        )
        self.scale = nn.Parameter(torch.ones(config.width))

    def forward(self, x: torch.Tensor, mask: typing.Optional[torch.Tensor] = None) -> torch.Tensor:
        attended = F.softmax(x @ x.transpose(-2, -1) / math.sqrt(x.shape[-1]), dim=-1) @ x
        return x + self.inner(self.norm(attended)) * self.scale


class Net(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.stem = nn.Conv2d(3, config.width, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(config.width)
        self.blocks = nn.ModuleList([Block(config) for _ in range(config.depth)])
        self.head = nn.Linear(config.width, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.bn(self.stem(x))), 2)
        x = x.flatten(2).transpose(1, 2)
        for block in self.blocks:
            x = block(x)
        return self.head(x.mean(dim=1))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--width", type=int, default=8)
    options = parser.parse_args([])
    torch.manual_seed(0)
    config = Config(width=options.width, names=[f"{i:02d}" for i in range(3)])
    net = Net(config).eval()
    with torch.no_grad(), contextlib.suppress(ValueError):
        out = net(torch.randn(2, 3, 8, 8))
    print(net, out.shape, out.argmax(1), sum(p.numel() for p in net.parameters()))
    counts = collections.Counter(re.findall(r"\w+", __doc__))
    print(json.dumps(dataclasses.asdict(dataclasses.replace(config, kind=None))), counts.most_common(2))
    print(sorted(itertools.chain(range(3), [1.5]), key=functools.partial(pow, 2)), "%5.2f" % math.pi)
    random.seed(0)
    logging.getLogger(__name__).debug("%s", pathlib.Path(os.path.join("a", "b")).name)
    try:
        raise KeyError(random.random())
    except KeyError as error:
        print(repr(error), sys.version_info[:2], time.time() > 0, {**vars(config)})


main()
