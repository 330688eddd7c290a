"""Dialects: registered, derived, and refused where they make no sense."""
import csv

print(csv.list_dialects(), csv.get_dialect('excel').delimiter, repr(csv.get_dialect('unix').lineterminator))
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_NONE)
print(next(csv.reader(['a|"b"'], 'pipes')), 'pipes' in csv.list_dialects())
csv.unregister_dialect('pipes')


class Semicolons(csv.excel):
    delimiter = ';'


print(next(csv.reader(['a;b'], Semicolons)), csv.reader([], Semicolons()).dialect.quotechar)
for wrong in ({'delimiter': ''}, {'delimiter': 'ab'}, {'delimiter': 1}, {'quotechar': 'ab'}, {'escapechar': 5},
              {'lineterminator': None}, {'quoting': 9}, {'quoting': 'x'}, {'quotechar': None, 'quoting': 0}, {'other': 1}):
    try:
        csv.reader([], **wrong)
    except TypeError as error:
        print(wrong, error)
for call in (lambda: csv.get_dialect('none'), lambda: csv.unregister_dialect('none'), lambda: csv.reader([], 'none')):
    try:
        call()
    except csv.Error as error:
        print(error)
try:
    csv.get_dialect('excel').delimiter = ';'
except AttributeError as error:
    print(error)
print(csv.field_size_limit(5), csv.field_size_limit())
try:
    list(csv.reader(['abcdefgh']))
except csv.Error as error:
    print(error)
