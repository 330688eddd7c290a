"""unicodedata: categories, names, values, normal forms."""
import unicodedata

for char in 'aA1 ²½Ⅷ€é\u0301中\n😀ß':
    print(ascii(char), unicodedata.category(char), unicodedata.combining(char), unicodedata.east_asian_width(char),
          unicodedata.decimal(char, None), unicodedata.digit(char, None), unicodedata.numeric(char, None), unicodedata.name(char, 'no name'))
print(unicodedata.lookup('GREEK SMALL LETTER ALPHA'), '\N{EURO SIGN}\N{grinning face}', unicodedata.name('각'), unicodedata.name('中'))
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print(form, ascii(unicodedata.normalize(form, 'é e\u0301 ﬁ ² Å 각')), unicodedata.is_normalized(form, 'é'))
print(''.join(c for c in unicodedata.normalize('NFKD', 'Crème Brûlée') if not unicodedata.combining(c)))
for call in (lambda: unicodedata.name('\n'), lambda: unicodedata.name('ab'), lambda: unicodedata.category(1), lambda: unicodedata.normalize('X', 'a'),
             lambda: unicodedata.decimal('a'), lambda: unicodedata.numeric('a')):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
