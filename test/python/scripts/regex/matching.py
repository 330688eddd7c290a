"""match, search, fullmatch: where a pattern may begin and end, and what a match tells of itself."""
import re

for function in re.match, re.search, re.fullmatch:
    print(function.__name__, [function(r'b+', text) for text in ('bb', 'abb', 'bba', '')])

m = re.search(r'(?P<year>\d{4})-(?P<month>\d\d)?(-x)?', 'on 2024-07!')
print(m.group(), m.group(1, 2), m.group('year'), m['month'], m[3])
print(m.groups(), m.groups('none'), m.groupdict(default=''))
print(m.start(), m.end(), m.span('month'), m.span(3), m.regs)
print(m.lastindex, m.lastgroup, m.pos, m.endpos, repr(m.string), m.re)
print(m.expand(r'\g<month>/\1'), bool(m))
for wrong in (9, 'day', -1, 1.5):
    try:
        m.group(wrong)
    except IndexError as error:
        print(repr(wrong), error)

pattern = re.compile('b')
print(pattern.search('abcb', 2), pattern.search('abcb', 0, 1), pattern.match('abcb', 1))
print(re.compile('^b').search('ab', 1), re.compile('b$').search('abc', 0, 2))
for text in (5, None, b'b'):
    try:
        pattern.search(text)
    except TypeError as error:
        print(error)
