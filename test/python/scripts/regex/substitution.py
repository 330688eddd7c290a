"""sub and subn with templates and functions; what is wrong with a template is an error of re."""
import re

print(re.sub('[aeiou]', '*', 'education'), re.sub('[aeiou]', '*', 'education', count=2))
print(re.subn(r'\s+', ' ', 'a  b \n c'), re.subn('x', 'y', 'abc'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'))
print(re.sub(r'(?P<n>\d+)', r'<\g<n>|\g<1>|\g<0>>', 'a1b22'))
print(re.sub('(a)|b', r'[\1]', 'ab'))
print(ascii(re.sub('a', r'\n\t\\\101\0', 'a')))
print(re.sub(r'\d+', lambda match: str(int(match.group()) * 2), '1 a 21'))
print(re.sub('x*', '-', 'abxd'), re.sub('', '.', 'ab'), re.sub('b*', '-', 'abbc'))
print(re.sub(b'a', b'<\\g<0>>', b'cat'), re.sub('.', lambda m: None, 'ab') == '')
for template in ('\\', r'\q', r'\2', r'\g', r'\g<', r'\g<1', r'\g<>', r'\g<1a>', r'\g<5>', r'\400', r'\g<name>'):
    try:
        print(re.sub('(a)', template, 'a'))
    except (re.error, IndexError) as error:
        print(template, type(error).__name__, error)
for by, text in (('x', b'a'), (b'x', 'a'), (5, 'a'), (lambda m: 5, 'a')):
    try:
        print(re.sub('a', by, text))
    except TypeError as error:
        print(error)
