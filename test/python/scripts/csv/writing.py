"""csv.writer and DictWriter: what is quoted, and what cannot be written."""
import csv


class Text:
    def __init__(self):
        self.text = ''

    def write(self, part):
        self.text += part
        return len(part)


def written(rows, **options):
    out = Text()
    try:
        csv.writer(out, **options).writerows(rows)
    except csv.Error as error:
        return f'{error} after {out.text!r}'
    return out.text


rows = [['a', 'b c', 'd,e'], ['say "hi"', None, 1], [2.5, True, 'line\nbreak'], ['', ''], [''], []]
for quoting in csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE:
    print(quoting, repr(written(rows, quoting=quoting)))
    print(quoting, repr(written(rows[:4], quoting=quoting, escapechar='\\', doublequote=False)))
print(repr(written(rows, dialect='unix')), repr(written([['a', 'b']], delimiter='|', lineterminator=';')))
print(repr(written([5])), repr(written(['abc'])), csv.writer(Text()).writerow(['a', 1]))

out = Text()
writer = csv.DictWriter(out, ['name', 'size'], restval=0)
writer.writeheader()
writer.writerow({'name': 'conv'})
writer.writerows([{'size': 3, 'name': 'fc'}])
print(repr(out.text))
try:
    writer.writerow({'name': 'x', 'other': 1})
except ValueError as error:
    print(error)
csv.DictWriter(out, ['a'], extrasaction='ignore').writerow({'a': 1, 'b': 2})
print(repr(out.text[-4:]))
