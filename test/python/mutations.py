"""Programs with one token deleted or doubled, and what CPython's compile() says to each.

Use: python3 test/python/mutations.py COUNT SEED FOLDER...   (mutations.ts calls it)
     python3 test/python/mutations.py --record               (writes mutations.json)

Of COUNT files, drawn by the seed, one token each is changed. A line of output is
{"path", "text", "change", "verdict"}, where the verdict is null or says how CPython refuses it.
With --record, each token of mutated.py is deleted and doubled in turn.
"""

import io
import json
import pathlib
import random
import sys
import tokenize
import warnings

skipped = {tokenize.ENCODING, tokenize.ENDMARKER, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT}


def tokens(text):
    """Start and end offsets of the tokens that can be deleted or doubled."""
    starts = [0]
    for line in io.StringIO(text):
        starts.append(starts[-1] + len(line))
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in skipped or not token.string.strip(" "):
            continue
        (row, column), (end_row, end_column) = token.start, token.end
        yield starts[row - 1] + column, starts[end_row - 1] + end_column


def mutated(text, start, end, change):
    if change == "delete":
        return text[:start] + text[end:]
    return text[:end] + " " + text[start:end] + text[end:]


def verdict(source):
    # A name of a file that exists would make CPython count the columns of that file's line.
    try:
        compile(source, "<program>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return {
            "type": type(error).__name__,
            "message": error.msg,
            "line": error.lineno,
            "place": [error.offset, error.end_lineno, error.end_offset],
        }
    except (ValueError, RecursionError) as error:
        return {"type": type(error).__name__, "message": str(error), "line": None}
    return None


def sample(count, seed, folders):
    chosen = random.Random(seed)
    paths = sorted(
        str(path) for folder in folders for path in pathlib.Path(folder).rglob("*.py") if path.is_file()
    )
    chosen.shuffle(paths)
    done = 0
    for path in paths:
        if done == count:
            break
        try:
            with tokenize.open(path) as file:
                text = file.read()
            compile(text, path, "exec", dont_inherit=True)
            places = list(tokens(text))
        except (SyntaxError, UnicodeDecodeError, ValueError, tokenize.TokenError):
            continue
        if not places:
            continue
        start, end = chosen.choice(places)
        change = chosen.choice(["delete", "double"])
        source = mutated(text, start, end, change)
        where = f"{change} {text[start:end]!r} at line {text.count(chr(10), 0, start) + 1}"
        print(json.dumps({"path": path, "text": source, "change": where, "verdict": verdict(source)}))
        done += 1


def record():
    here = pathlib.Path(__file__).parent
    text = (here / "mutated.txt").read_text(encoding="utf8")
    recorded = []
    for start, end in tokens(text):
        for change in "delete", "double":
            found = verdict(mutated(text, start, end, change))
            said = found and [found["type"], found["message"], found["line"]]
            recorded.append([start, end, change, said])
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in recorded)
    (here / "mutations.json").write_text(f"[\n{lines}\n]\n", encoding="utf8")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    if sys.argv[1] == "--record":
        record()
    else:
        sample(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
