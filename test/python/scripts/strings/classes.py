"""What kinds of characters a string is of."""
names = 'isalpha isdecimal isdigit isnumeric isalnum isspace isprintable isidentifier isascii'.split()
for text in ('abc', 'é', '中文', '123', '²', '½', '٣', '一', 'a1', ' \t\x1c\u2003', '\u200b', 'a b', 'a\n', '', 'class', '_x1', '1x', 'ªº', '😀', '\ud800', 'ⅷ'):
    print(ascii(text), ' '.join(name[2:] for name in names if getattr(text, name)()))
