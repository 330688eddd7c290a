"""A small program with subcommands: notes in a JSON file, searched, tagged, exported."""

import argparse
import json
import re
import sys
import tempfile
import textwrap
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from enum import Enum
from pathlib import Path


class Priority(Enum):
    LOW = 1
    NORMAL = 2
    HIGH = 3

    def __str__(self):
        return self.name.lower()

    @classmethod
    def parse(cls, text):
        try:
            return cls[text.upper()]
        except KeyError:
            choices = ", ".join(map(str, cls))
            raise argparse.ArgumentTypeError(f"{text!r} is none of {choices}") from None


@dataclass
class Note:
    text: str
    tags: list[str] = field(default_factory=list)
    priority: Priority = Priority.NORMAL
    due: date | None = None
    done: bool = False

    def to_json(self):
        data = asdict(self)
        return data | {"priority": str(self.priority), "due": self.due and self.due.isoformat()}

    @classmethod
    def from_json(cls, data):
        due = data["due"] and date.fromisoformat(data["due"])
        return cls(**{**data, "priority": Priority.parse(data["priority"]), "due": due})


class Store:
    def __init__(self, path):
        self.path = Path(path)

    def __enter__(self):
        self.notes = [Note.from_json(d) for d in json.loads(self.path.read_text())] if self.path.exists() else []
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self.path.write_text(json.dumps([n.to_json() for n in self.notes], indent=1))


def add(store, args):
    tags = sorted(set(re.findall(r"#(\w+)", args.text)) | set(args.tag))
    store.notes.append(Note(re.sub(r"\s*#\w+", "", args.text), tags, args.priority, args.due))
    return f"note {len(store.notes)} added"


def done(store, args):
    for number in args.numbers:
        if not 1 <= number <= len(store.notes):
            raise LookupError(f"there is no note {number}")
        store.notes[number - 1].done = True
    return f"{len(args.numbers)} done"


def show(store, args):
    rows = [
        (i, n)
        for i, n in enumerate(store.notes, 1)
        if (args.all or not n.done) and (not args.tag or set(args.tag) & set(n.tags))
    ]
    rows.sort(key=lambda row: (-row[1].priority.value, row[1].due or date.max, row[0]))
    lines = []
    for i, n in rows:
        mark = "x" if n.done else " "
        body = textwrap.fill(n.text, args.width, initial_indent=f"[{mark}] {i}. ", subsequent_indent=" " * 7)
        due = f" (due {n.due:%d %b %Y})" if n.due else ""
        lines.append(f"{body}{due}{''.join(f' #{t}' for t in n.tags)} !{n.priority}")
    return "\n".join(lines) or "nothing"


def parser():
    top = argparse.ArgumentParser(prog="notes", description="Keeps notes.")
    top.add_argument("--file", default="notes.json")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    one = commands.add_parser("add", help="adds a note")
    one.add_argument("text")
    one.add_argument("-t", "--tag", action="append", default=[])
    one.add_argument("-p", "--priority", type=Priority.parse, default=Priority.NORMAL)
    one.add_argument("--due", type=date.fromisoformat)
    one.set_defaults(run=add)
    one = commands.add_parser("done")
    one.add_argument("numbers", nargs="+", type=int)
    one.set_defaults(run=done)
    one = commands.add_parser("show")
    one.add_argument("-a", "--all", action="store_true")
    one.add_argument("-t", "--tag", action="append")
    one.add_argument("--width", type=int, default=40)
    one.set_defaults(run=show)
    return top


def main(*words):
    print("$ notes", *words)
    try:
        args = parser().parse_args(["--file", FILE, *words])
        with Store(args.file) as store:
            print(args.run(store, args))
    except LookupError as error:
        print("error:", error)
    except SystemExit as end:
        print("exit", end.code)


sys.stderr = sys.stdout
with tempfile.TemporaryDirectory() as folder:
    FILE = str(Path(folder, "notes.json"))
    day = date(2024, 2, 28)
    main("add", "buy milk #home #food")
    main("add", "train the network again with a smaller learning rate and more warmup", "-p", "high", "-t", "ml")
    main("add", "write report", "--due", str(day + timedelta(days=2)), "-p", "low", "-t", "ml", "-t", "work")
    main("show")
    main("done", "1", "3")
    main("show", "--all", "--width", "30")
    main("show", "-t", "food")
    main("done", "9")
    main("add", "x", "-p", "urgent")
    main("add", "x", "--due", "tomorrow")
    main("done", "one")
    main("shout")
    main()
    main("show", "-h")
    print(Path(FILE).read_text())
