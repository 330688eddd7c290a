"""What CPython's json has in C, by the names that it has there."""

from _jsontext import encode_basestring, encode_basestring_ascii

__all__ = ['encode_basestring', 'encode_basestring_ascii', 'make_scanner', 'scanstring']


def make_scanner(context):
    from json import scanner

    return scanner.make_scanner(context)


def scanstring(string, end, strict=True):
    from json import decoder

    return decoder.scanstring(string, end, strict)
