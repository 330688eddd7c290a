"""Writes the normal form of CPython's trees: one JSON line for each file named on standard input.

A line is {"path", "dump"}, or {"path", "error": {"type", "message", "line"}} where compile() refuses
the file. The normal form is what ast.dump shows, with constants written so that every language
writes them alike; dump.ts writes the same.
"""

import ast
import json
import struct
import sys
import warnings


def dump(node):
    if isinstance(node, ast.AST):
        fields = []
        for name in node._fields:
            if name in ("type_comment", "kind", "type_ignores"):
                continue
            value = getattr(node, name, None)
            if isinstance(node, (ast.Constant, ast.MatchSingleton)) and name == "value":
                fields.append(constant(value))
            elif value is not None:
                fields.append(f"{name}={dump(value)}")
        return f"{type(node).__name__}({', '.join(fields)})"
    if isinstance(node, list):
        return "[" + ", ".join(dump(item) for item in node) + "]"
    return constant(node)


def constant(value):
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, bytes):
        return "b" + value.hex()
    if isinstance(value, bool) or value is None or value is ...:
        return repr(value)
    if isinstance(value, int):
        return hex(value)
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    return "j" + struct.pack(">d", value.imag).hex()


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100000)
    for line in sys.stdin:
        path = line.rstrip("\n")
        with open(path, "rb") as file:
            source = file.read()
        try:
            tree = ast.parse(source, path)
            try:
                compile(source, path, "exec", dont_inherit=True)
                error = None
            except SyntaxError as caught:
                error = caught
            answer = {"path": path, "dump": dump(tree)}
        except SyntaxError as caught:
            answer, error = {"path": path}, caught
        except ValueError as caught:
            answer, error = {"path": path}, SyntaxError(str(caught))
        if error is not None:
            kind = type(error).__name__
            answer["error"] = {"type": kind, "message": error.msg, "line": error.lineno}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
