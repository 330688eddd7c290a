"""What is no pattern is refused with CPython's words and place."""
import re

patterns = '''( a) [ [a a** * a{2,1} (?P<1>a) (?P<a (?P<a> (?P<> (?Pa (?P=a) (? (?z) (?<a (?#
\\ \\8 \\x1 \\u12 [z-a] [\\d-a] (?(1)a) (?(a)b) (?(0)a) (?(1 (?i (?i- (?i-i:a) a(?i)b
(?P<a>x)(?P<a>y) (?L:x) ^* a|* (?s- (?s-m (?t:x) (a)\\2 (a\\1) \\Q (x)(?(1)a|b|c) \\777 [\\777]
(?=a (?!a (?<=a (?>a (?:a ((a) (?au:x) (?-a:x) (?P>a) (?<=(a)\\1)b'''.split()
for pattern in patterns:
    try:
        print(pattern, re.compile(pattern))
    except re.error as error:
        print(pattern, '->', error.msg, error.pos)

try:
    re.compile('ab\n(')
except re.error as error:
    print(error, '|', error.msg, error.pattern.encode(), error.pos, error.lineno, error.colno)
for wrong in (5, None, ['a']):
    try:
        re.compile(wrong)
    except TypeError as error:
        print(error)
try:
    re.compile(re.compile('a'), re.I)
except ValueError as error:
    print(error)
