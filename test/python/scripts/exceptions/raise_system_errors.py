try:
    open('missing.txt')
except OSError as e:
    print(repr(e))
    raise RuntimeError(f'cannot read {e.filename}') from e
