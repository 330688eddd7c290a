def fail(kind, *args):
    try: raise kind(*args)
    except Exception as e: return e
def build():
    errors = [fail(ValueError, 'v'), fail(KeyError, 'k')]
    try: raise ExceptionGroup('inner', [fail(OSError, 2, 'gone'), TypeError('plain')])
    except ExceptionGroup as g: errors.append(g)
    errors.append(ValueError('two\nlines'))
    errors[0].add_note('noted')
    return errors
try:
    raise ExceptionGroup('outer', build())
except ExceptionGroup as g:
    g.add_note('group note')
    raise RuntimeError('after') from g
