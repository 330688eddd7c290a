"""What reads one JSON value at an index of a text."""

import _jsontext

__all__ = ['make_scanner']


def make_scanner(context):
    scan = _jsontext.scan
    strict = context.strict
    hooks = (
        context.object_hook,
        context.object_pairs_hook,
        _own(context.parse_float, float),
        _own(context.parse_int, int),
        context.parse_constant,
    )

    def scan_once(string, idx):
        return scan(string, idx, strict, *hooks, context._error())

    return scan_once


def _own(parse, plain):
    """None where the scanner does itself what the decoder asks for."""
    return None if parse is plain else parse


c_make_scanner = py_make_scanner = make_scanner
