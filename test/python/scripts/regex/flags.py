"""Flags for a whole pattern and for a part of it, and how they are shown."""
import re

text = 'One\ntwo\nTHREE'
print(re.findall(r'^t\w+$', text), re.findall(r'^t\w+$', text, re.M), re.findall(r'^t\w+$', text, re.M | re.I))
print(re.findall('e.t', text), re.findall('e.t', text, re.DOTALL))
print(re.findall(r'\w+', 'naïve ½ ٣'), re.findall(r'\w+', 'naïve ½ ٣', re.ASCII))
print(re.findall(r'\d', '1٣'), re.findall(r'\d', '1٣', re.A), re.findall(r'(?a:\d)\d?', '1٣'))
print(re.compile(r'''
    (\d+)   # a number
    [ ]     # and one space
    \#      # and a hash
''', re.VERBOSE).match('12 #').groups())
print(re.match('(?i)abc', 'ABC'), re.match('a(?i:b)c', 'aBc'), re.match('a(?i:b)c', 'aBC'))
print(re.match('(?i:a(?-i:b))', 'Ab'), re.match('(?i:a(?-i:b))', 'AB'), re.match('(?x) a b', 'ab'))
print(re.findall('straße', 'STRASSE Straße STRAẞE', re.I), re.findall('[k-s]', 'KſK', re.I))
print(repr(re.I), re.I | re.M, repr(re.I | re.M | re.X), re.compile('a', re.I | re.S))
print(re.compile('a').flags, re.compile('a', re.A).flags, re.compile(b'a').flags, re.compile('(?im)a').flags)
print(re.RegexFlag(2), re.RegexFlag.DOTALL.value, re.NOFLAG, re.I & re.M)
for pattern, flags in (('a', re.A | re.U), ('a', re.L), (b'a', re.U), (b'a', re.A | re.L)):
    try:
        re.compile(pattern, flags)
    except ValueError as error:
        print(error)
