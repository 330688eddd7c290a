"""A text adventure: rooms as a graph, commands by match, states as an enum, items with decorators, saved with JSON."""
from __future__ import annotations

import enum
import json
import re
import shlex
import string
from collections import ChainMap
from contextlib import contextmanager, suppress
from types import MappingProxyType, SimpleNamespace
from typing import Callable, ClassVar


class Way(enum.Enum):
    NORTH = (0, -1)
    SOUTH = (0, 1)
    EAST = (1, 0)
    WEST = (-1, 0)

    @classmethod
    def _missing_(cls, value):
        matches = [w for w in cls if isinstance(value, str) and w.name.startswith(value.upper())]
        return matches[0] if len(matches) == 1 else None

    def __neg__(self):
        x, y = self.value
        return Way((-x, -y))


class Status(enum.Flag):
    NONE = 0
    LIT = enum.auto()
    OPEN = enum.auto()
    HAUNTED = enum.auto()
    SAFE = LIT | OPEN


class GameError(Exception):
    template: ClassVar[string.Template] = string.Template("You can't: $why.")

    def __init__(self, why, /, **details):
        super().__init__(why)
        self.details = details

    def __str__(self):
        return self.template.substitute(why=self.args[0].format(**self.details))


class Locked(GameError):
    template = string.Template("$why (it costs $$5 to open).")


class Room:
    def __init__(self, name, *items, status=Status.NONE):
        self.name, self.items, self.status, self.exits = name, list(items), status, {}

    def __matmul__(self, pair):
        way, other = pair
        self.exits[way], other.exits[-way] = other, self
        return other

    def __contains__(self, item):
        return any(item == i or item in i.split() for i in self.items)

    def __str__(self):
        ways = ", ".join(sorted(w.name.lower() for w in self.exits)) or "nowhere"
        return f"{self.name:^12}|{ways}|{' and '.join(self.items) or '-'}|{self.status!s}"


commands: dict[str, Callable] = {}


def command(*names, needs=0):
    def register(function):
        for name in names or (function.__name__.rstrip("_"),):
            if name in commands:
                raise ValueError(f"two commands named {name}")
            commands[name] = function
        function.needs = needs
        return function

    return register


class Game:
    def __init__(self):
        hall, cellar = Room("Hall", "old lamp", status=Status.SAFE), Room("Cellar", "rusty key", status=Status.HAUNTED)
        attic = Room("Attic", "book")
        (hall @ (Way.SOUTH, cellar)) @ (Way.EAST, attic)
        self.here, self.bag, self.turn = hall, [], 0
        self.rooms = MappingProxyType({r.name: r for r in (hall, cellar, attic)})

    @command("go", "walk", needs=1)
    def go(self, way, *_):
        where = Way(way)
        if where not in self.here.exits:
            raise GameError("no door to the {way} of the {room}", way=where.name.lower(), room=self.here.name)
        target = self.here.exits[where]
        if target.name == "Attic" and "rusty key" not in self.bag:
            raise Locked("the {0.name} is locked", **{"0": target}) if False else Locked("the {target.name} is locked", target=target)
        self.here = target
        return str(target)

    @command(needs=1)
    def take(self, *words):
        item = next((i for i in self.here.items if words[-1] in i.split()), None)
        if item is None:
            raise GameError("there is no {what!r} here", what=" ".join(words))
        self.here.items.remove(item)
        self.bag += [item]
        return f"taken: {item}"

    @command()
    def light(self):
        if "old lamp" not in self.bag:
            raise GameError("no lamp")
        self.here.status ^= Status.LIT
        return f"{self.here.status!r} {Status.LIT in self.here.status} {(self.here.status & ~Status.HAUNTED).name}"

    @command("look", "l")
    def look(self, *, deep=False):
        return str(self.here)

    def save(self):
        return json.dumps({"here": self.here.name, "bag": self.bag, "turn": self.turn, "rooms": {n: [r.items, r.status.value] for n, r in self.rooms.items()}})

    @classmethod
    def load(cls, text):
        match json.loads(text):
            case {"here": str(here), "bag": [*bag], "rooms": {**rooms}, **rest}:
                game = cls()
                game.here, game.bag = game.rooms[here], bag
                for name, (items, status) in rooms.items():
                    game.rooms[name].items, game.rooms[name].status = items, Status(status)
                vars(game).update(rest)
                return game
            case other:
                raise ValueError(f"no game in {other!r}")

    @contextmanager
    def transaction(self):
        before = self.save()
        try:
            yield self
        except GameError:
            self.__dict__.update(vars(type(self).load(before)))
            raise
        else:
            self.turn += 1

    def do(self, line):
        match shlex.split(line):
            case []:
                return "?"
            case ["quit" | "exit" as word]:
                return SystemExit(word)
            case ["say", *words] if words:
                return string.capwords(" ".join(words)) + "!"
            case [("n" | "s" | "e" | "w") as way]:
                return self.do(f"go {way}")
            case ["use", item, "on" | "with", target]:
                return f"{item} does nothing to {target}"
            case [verb, *rest] if (function := commands.get(verb)):
                if len(rest) < function.needs:
                    raise GameError("{verb} what?", verb=verb)
                return function(self, *rest)
            case [verb, *_]:
                near = [c for c in commands if c[0] == verb[0]]
                raise GameError("no verb {verb!r}{hint}", verb=verb, hint=f", perhaps {' or '.join(near)}" if near else "")


game = Game()
for line in ["look", "go up", "n", "go s", "take key", "take the rusty key", "go east", "e", "take book", "light", "walk", "lok", "xyzzy", "", "say 'hello there' you", "use book on 'old lamp'", "use book", "look around", "w", "n", "take lamp", "light", "l", "take 'unclosed", "quit"]:
    try:
        with game.transaction():
            answer = game.do(line)
    except GameError as error:
        answer = f"{type(error).__name__}: {error} {sorted(error.details)}"
    except (ValueError, TypeError) as error:
        answer = f"{type(error).__name__}: {error}"
    print(f"{game.turn:2d}> {line:24} {answer!s}")
    if isinstance(answer, SystemExit):
        break
saved = game.save()
print(saved)
print(Game.load(saved).save() == saved, Game.load(saved).here, Game.load(saved).here is game.here)
for wrong in ["[]", '{"here": 5}', "{", '{"here": "Moon", "bag": [], "rooms": {}}']:
    try:
        Game.load(wrong)
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
try:
    game.rooms["New"] = 1
except TypeError as error:
    print(error)
with suppress(ValueError):
    command("go")(len)
    print("not reached")
print(sorted(commands), {f.__name__ for f in commands.values()} == {"go", "take", "light", "look"}, -Way.NORTH, Way("w"), list(Status.SAFE), Status(7), ~Status.SAFE)
settings = ChainMap({"color": "red"}, {"color": "blue", "sound": True})
print(SimpleNamespace(**settings), SimpleNamespace(a=1) == SimpleNamespace(a=1), re.sub(r"(\w+) (\w+)", r"\2 \1", "lamp old"))
