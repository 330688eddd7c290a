"""split, findall, finditer and scanner go through a text match by match."""
import re

print(re.split(r'\W+', 'Words, words, words.'), re.split(r'(\W+)', 'a, b'), re.split(',', 'a,b,c', maxsplit=1))
print(re.split('x*', 'axbc'), re.split('(a)|b', 'xaybz'), re.split('', 'ab'), re.split(',', ''))
print(re.findall('a|', 'baac'), re.findall('(a)(b)?', 'abaa'), re.findall('', 'ab'))
print([m.span() for m in re.finditer('x*', 'axxb')])
print([m.group() for m in re.compile('b').finditer('abcb', 2)])
found = re.finditer('.', 'ab')
print(next(found), next(found), next(found, 'end'))
scan = re.compile(r'\w').scanner('a b')
print(scan.match(), scan.match(), scan.search(), scan.search())


def number(scanner, text):
    return int(text)


lexer = re.Scanner([(r'\d+', number), (r'[a-z]+', lambda scanner, text: text.upper()), (r'\s+', None)])
print(lexer.scan('ab 12 cd ?x'))
