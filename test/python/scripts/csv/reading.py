"""csv.reader and DictReader: rows of lines, in each dialect."""
import csv


def rows(lines, **options):
    try:
        return list(csv.reader(lines, **options))
    except (csv.Error, ValueError) as error:
        return f'{type(error).__name__}: {error}'


print(rows(['a,b\r\n', '"c, d","e ""quoted"""\n', '', 'last']))
print(rows(['"two\n', 'lines",x']), rows(['a b, c'], skipinitialspace=True), rows(['a\tb'], dialect='excel-tab'))
print(rows(["'a b' c"], delimiter=' ', quotechar="'"), rows(['a\\,b,"c\\"d"'], escapechar='\\'))
print(rows(['1,"x",2.5'], quoting=csv.QUOTE_NONNUMERIC), rows(['1,x'], quoting=csv.QUOTE_NONNUMERIC))
print(rows(['"a",b'], quoting=csv.QUOTE_NONE), rows(['"a"b,c']), rows(['"a"b,c'], strict=True), rows(['"abc'], strict=True))
print(rows(['a\nb']), rows([b'bytes']), rows([',', 'a,']))
reader = csv.reader(['"a', 'b"', 'c'])
print(next(reader), reader.line_num, next(reader), reader.line_num, reader.dialect.delimiter)

table = csv.DictReader(['name,size', 'conv,3', '', 'fc', 'x,1,2,3'], restkey='rest', restval='?')
for row in table:
    print(table.line_num, row)
print(table.fieldnames, list(csv.DictReader(['1,2'], fieldnames=['a', 'b'])), csv.DictReader([]).fieldnames)
