"""textwrap: paragraphs of a width, margins taken away and put before."""
import textwrap

text = "The quick brown fox-terrier jumped   over the lazy dog -- and then, in a well-known way, ran off.\nNew line here."
for width in 20, 40, 11:
    print(textwrap.fill(text, width), '\n---')
print(textwrap.wrap(text, 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.wrap('supercalifragilistic word', 8), textwrap.wrap('supercalifragilistic word', 8, break_long_words=False))
print(textwrap.wrap('a-b-c long-hyphen-word', 6), textwrap.wrap('a-b-c long-hyphen-word', 6, break_on_hyphens=False))
print(textwrap.wrap(text, 20, max_lines=2), textwrap.wrap(text, 20, max_lines=2, placeholder='...'))
print(textwrap.shorten('Hello  wonderful \n world!', 14), textwrap.shorten('Hello world', 5), textwrap.shorten('a b', 10))
print(textwrap.wrap('a\tb', tabsize=4), textwrap.wrap('a. b.  c', fix_sentence_endings=True), textwrap.wrap(''))
print(repr(textwrap.dedent('''
    first
      second

    third
''')), repr(textwrap.dedent('\tx\n\t y')))
print(repr(textwrap.indent('a\n\n b\n', '> ')), repr(textwrap.indent('a\n\nb', '+', lambda line: True)))
for call in (lambda: textwrap.wrap('a', 0), lambda: textwrap.shorten('some words', 3)):
    try:
        print(call())
    except ValueError as error:
        print(error)
