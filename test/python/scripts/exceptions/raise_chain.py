class AppError(Exception):
    """own"""
class Outer:
    class Nested(ValueError): pass
def low(): return {}['missing']
def mid():
    try: low()
    except KeyError as e: raise AppError('wrapped', 2) from e
def top():
    try: mid()
    except AppError:
        raise Outer.Nested()
    finally: print('finally')
try:
    top()
except ValueError as e:
    e.add_note('a note\nwith two lines')
    e.add_note('')
    e.add_note('another')
    raise
