class Quit(BaseException): pass
try:
    try:
        raise Quit('now')
    except Exception:
        print('not here')
finally:
    print('finally')
