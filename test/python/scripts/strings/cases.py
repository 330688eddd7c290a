"""Upper and lower case, titles, folding, in languages with rules of their own."""
for text in ('hello World', "they're bill's", 'straße', 'ΑΣ ΑΣΑ σ', 'İstanbul ı', 'ǆ ǅ ﬁ ŉ', 'ქართული', 'ᾳ ᾼ', 'Ꭰꭰ', '123abc'):
    print(ascii([text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold()]))
for text in ('abc', 'ABC', 'Abc Def', 'abc Def', 'a1', '1', '', 'ǅ', 'ª', 'Aa', 'A B', 'ß'):
    print(ascii(text), text.islower(), text.isupper(), text.istitle())
print('Straße'.casefold() == 'STRASSE'.casefold(), 'ﬃ'.upper(), len('ΐ'.upper()))
