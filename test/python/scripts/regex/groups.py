"""Groups: numbered, named, not capturing, referred to, and asked for by a condition."""
import re

print(re.findall(r'(\w)(\d)?', 'a1b2c'))
print(re.match(r'(?P<quote>["\']).*?(?P=quote)', '"it\'s" x').group())
print(re.match(r'(a)(?:b)(c)', 'abc').groups())
print(re.match(r'((a)|b)*', 'ab').groups(), re.match(r'(?:(a)|b)*', 'ab').groups())
print(re.match(r'(\w+) \1', 'the the end'), re.match(r'(?i)(a)\1', 'aA'))

# A condition asks whether a group took part.
bracketed = re.compile(r'(<)?(\w+@\w+)(?(1)>|$)')
for text in ('<a@b>', 'a@b', '<a@b', 'a@b>'):
    print(text, bracketed.match(text))

pattern = re.compile(r'(?P<first>\w)(?P<second>\w)(.)')
print(pattern.groups, dict(pattern.groupindex), pattern.pattern)
print(pattern.match('xyz').lastgroup, re.match(r'(?P<a>x)(?P<b>y)?', 'x').lastgroup)
