errors = []
for args in ((), ('plain',), ('msg', ('file.py', 3, 5, '    x = = 1\n', 3, 6)), ('msg', ('file.py', 3, 9, '    x = 1 +\n', 3, 11)), ('no end', ('file.py', 1, 1, 'abc')), ('none', (None, None, None, None)),
             ('zero', ('f.py', 7, 0, 'text', 7, 0)), ('multi', ('f.py', 1, 3, 'ab(\n', 2, 1)), ('tabbed', ('f.py', 2, 4, '\t\tx y', 2, 5)), ('past', ('f.py', 2, 10, 'x', 2, 10)), ('no text', ('f.py', 2, 1, None, 2, 3))):
    e = SyntaxError(*args)
    print(e, e.lineno, e.filename, e.msg)
    errors.append(e)
i = IndentationError('unexpected indent', ('f.py', 1, 4, '   x', 1, 5))
i.add_note('a note')
errors.append(i)
raise ExceptionGroup('syntax', errors)
