"""Patterns of bytes know ASCII only, and give bytes."""
import re

print(re.findall(rb'\w+', b'ab \xc3\xa9 c1'), re.match(b'(?i)ABC', b'abc'), re.split(b',', b'a,b'))
print(re.compile(rb'[\x80-\xff]+').findall(b'a\x80\xffb'), re.compile(b'a', re.I))
print(re.sub(rb'(\d)', rb'<\1>', b'a1b2'), re.escape(b'a.b*'), re.match(b'a', bytearray(b'abc')).group())
m = re.search(b'(?P<x>b)', memoryview(b'abc'))
print(m.group('x'), m.span(), m.groupdict())
for pattern, text in ((b'a', 'a'), ('a', b'a')):
    try:
        re.match(pattern, text)
    except TypeError as error:
        print(error)
for pattern in (b'(?u:a)', rb'\u1234', b'(?P<\xb5>a)'):
    try:
        re.compile(pattern)
    except re.error as error:
        print(error)
