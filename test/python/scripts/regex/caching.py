"""Compiled patterns are equal where their text and flags are, can be keys, copied and pickled."""
import copy
import re

print(re.compile('a') is re.compile('a'), re.compile('a') == re.compile('a'), re.compile('a') == re.compile('a', re.I))
print(re.compile('a') == re.compile(b'a'), len({re.compile('a'), re.compile('a'), re.compile('b')}))
pattern = re.compile('(x)')
print(re.compile(pattern) is pattern, copy.copy(pattern) is pattern, copy.deepcopy(pattern) is pattern)
print(repr(re.compile('x' * 300))[:20], len(repr(re.compile('x' * 300))))
print(isinstance(pattern, re.Pattern), isinstance(pattern.match('x'), re.Match), re.Pattern[str])
re.purge()
print(re.match('a', 'abc'), hash(re.compile('q')) == hash(re.compile('q')))
