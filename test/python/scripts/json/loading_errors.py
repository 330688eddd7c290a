"""A document that is none is refused with what was expected and where."""
import json

documents = ['', ' ', '[', '{', '[1', '[1,', '[1,]', '[1 2]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}',
             '{a:1}', "{'a':1}", '{"a" 1}', '{"a":1 "b"}', '{1:2}', '"abc', '"a\nb"', r'"\x"', r'"\u12"', '1 2', 'nul',
             'tru', '-', '01', '1.', '.5', '+1', '[}', '\ufeff1', '[😀]', '"😀" x', '\n\n [1,\n x]', 'None', '[1]]']
for document in documents:
    try:
        print(json.loads(document))
    except json.JSONDecodeError as error:
        print(ascii(document), '->', error)
try:
    json.loads('{"a":\n  bad}')
except ValueError as error:
    print(error.msg, repr(error.doc), error.pos, error.lineno, error.colno, type(error).__name__)
for wrong in None, 5, ['a']:
    try:
        json.loads(wrong)
    except TypeError as error:
        print(error)
for opening in '[', '{"a":':
    try:
        json.loads(opening * 100_000)
    except RecursionError as error:
        print(error)
