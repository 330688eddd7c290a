def check(x):
    assert isinstance(x, int) and x > 3, f'got {x!r}'   
check(5); check(2)
