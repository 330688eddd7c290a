"""Sets of characters, classes and anchors."""
import re

text = 'a_1-é]^ \t\\'
for pattern in (r'[abc]', r'[^abc]', r'[a-c1-3]', r'[]a]', r'[^]a]', r'[a\]]', r'[a^]', r'[-a]', r'[a-]', r'[\w-]', r'[\s\\]', r'[^\W\d_]', r'\D', r'\S', r'\W', '.'):
    print(pattern, re.findall(pattern, text))
for pattern in (r'\bfoo\b', r'\Bo', r'^f', r'o$', r'\Af', r'o\Z', r'(?m)^b', r'(?m)o$'):
    print(pattern, [m.span() for m in re.finditer(pattern, 'foo\nbar foo\n')])
print(re.findall(r'[\x41-\x43\u00e9\U0001f600]', 'ABCDé😀'), re.findall(r'\N{GREEK SMALL LETTER ALPHA}', 'αβ'))
print(re.findall(r'\101|[\101]|\x42', 'AB'), re.search(r'\0', 'a\0').span(), re.search('$', 'a\n').span())
print(re.findall('😀.', 'a😀b😀c'), re.search('c', '😀😀c').span(), re.split('😀', 'a😀b'))
print(re.search(r'\B', ''), re.search(r'\b', ''), re.escape('a.b*c é\n-#'))
