"""shlex: words of a command line, quotes and escapes."""
import shlex

for line in ('a "b c" d', "it\\'s", "x='y z'", '"a \\"b\\" c"', "'a \\' b", '', '""', "a''b", 'a # b', 'a\\\tb'):
    try:
        print(repr(line), shlex.split(line), shlex.split(line, comments=True))
    except ValueError as error:
        print(repr(line), error)
print(shlex.split('a "b c"', posix=False), list(shlex.shlex('x = a-b; "c d"')), list(shlex.shlex('a && b|c', punctuation_chars=True)))
for word in ('plain', '', 'two words', "it's", '$HOME', 'a/b.c', 'é'):
    print(shlex.quote(word), end=' ')
print(shlex.join(['python', '-c', 'print("hi")']))
