"""Looking ahead and behind takes nothing; what is behind has a fixed width."""
import re

print(re.findall(r'\w+(?=:)', 'key: value other: x'))
print(re.findall(r'\b\w+\b(?!:)', 'key: value other: x'))
print(re.findall(r'(?<=\$)\d+', 'cost $15 or 20 or $7'))
print(re.findall(r'(?<!\$)\b\d+', 'cost $15 or 20 or $7'))
print(re.match(r'(?=(\w+))\1:', 'abc:').groups(), re.match(r'(?!(x))a', 'a').groups())
print(re.sub(r'(?<=\d)(?=(?:\d{3})+$)', ',', '1234567'))
print(re.search(r'(?<=ab|cd)e', 'cde'), re.search(r'(?<=(a)(b))c', 'abc').groups())
for pattern in (r'(?<=a+)b', r'(?<!a|bc)d', r'(?<=a{2,3})b'):
    try:
        re.compile(pattern)
    except re.error as error:
        print(pattern, error)
