"""Records what CPython's compile() says to each program of refused.txt, one to a line with escapes.

Use: python3 test/python/record_refused.py   (CPython 3.11)
"""

import json
import pathlib
import warnings

here = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")


def verdict(source):
    try:
        compile(source, "<program>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return {"type": type(error).__name__, "message": error.msg, "line": error.lineno}
    except (ValueError, RecursionError) as error:
        return {"type": type(error).__name__, "message": str(error), "line": None}
    return None


recorded = {}
for line in (here / "refused.txt").read_text(encoding="utf8").splitlines():
    source = line.replace("\\n", "\n").replace("\\t", "\t")
    recorded[line] = verdict(source)
text = json.dumps(recorded, ensure_ascii=False, indent=0)
(here / "refused.json").write_text(text + "\n", encoding="utf8")
