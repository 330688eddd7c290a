"""Greedy, lazy and possessive repeats, atomic groups, and loops that take nothing."""
import re

text = 'aaaa'
for pattern in ('a*', 'a*?', 'a+', 'a+?', 'a?', 'a??', 'a{2}', 'a{2,}', 'a{,3}', 'a{1,3}?', 'a{0}'):
    print(f'{pattern:8}', re.match(pattern, text).span())
print(re.match('<.*>', '<a><b>').group(), re.match('<.*?>', '<a><b>').group())

# What is taken by these is never given back.
for pattern in ('a++a', 'a*+a', 'a?+a', 'a{1,4}+a', '(?>a+)a', '(?>a|aa)ab', '(?:ab)++b'):
    print(pattern, re.match(pattern, 'aaaab'), re.match(pattern, 'ababb'))

print(re.match(r'(a?)*?b', 'aab').groups(), re.match(r'(a*)*', 'aa').groups())
print(re.match(r'(a*)+', 'b').groups(), re.match(r'(?:a?){3,5}', 'aa'))
print(re.match(r'(?:ab){2,3}c', 'abababc'), re.match(r'(a{2}){2,3}?', 'a' * 8).span())
print(re.match('a{', 'a{'), re.match('a{}', 'a{}'), re.match('a{1', 'a{1'), re.match('x{,}', 'xx'))
print(re.match('(?:' + 'a?' * 10 + ')' + 'a' * 10, 'a' * 10).span())
