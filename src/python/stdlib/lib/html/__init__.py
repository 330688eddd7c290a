"""Text in HTML: https://docs.python.org/3.11/library/html.html"""

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


# Numbers that browsers read as characters of Windows-1252.
_WINDOWS = dict(zip(range(0x80, 0xa0), (
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ')))


def _number(text):
    digits = text[1:].rstrip(';')
    code = int(digits[1:], 16) if digits[0] in 'xX' else int(digits)
    if code == 0 or 0xd800 <= code <= 0xdfff or code > 0x10ffff:
        return '\ufffd'
    if code == 0x0d:
        return '\r'
    if code in _WINDOWS:
        return _WINDOWS[code]
    control = code < 0x20 and code not in (0x09, 0x0a, 0x0c) or 0x7f <= code <= 0x9f
    if control or code == 0x0b or 0xfdd0 <= code <= 0xfdef or code & 0xfffe == 0xfffe:
        return ''
    return chr(code)


def _character(match):
    from .entities import html5

    text = match.group(1)
    if text[0] == '#':
        return _number(text)
    if text in html5:
        return html5[text]
    # The longest name that the text begins with.
    for end in range(len(text) - 1, 1, -1):
        if text[:end] in html5:
            return html5[text[:end]] + text[end:]
    return '&' + text


def unescape(s):
    if '&' not in s:
        return s
    import re

    return re.sub(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)', _character, s)
