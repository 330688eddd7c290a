# Assertions about arrays: https://numpy.org/doc/1.24/reference/routines.testing.html

from ._core import asarray
from ._searching import isclose


def _check(same, actual, desired, title):
    whole = asarray(same)
    if bool(whole.all()):
        return
    wrong = whole.size - int(whole.sum())
    share = 100 * wrong / whole.size
    raise AssertionError(
        f'\n{title}\n\nMismatched elements: {wrong} / {whole.size} ({share:.3g}%)\n'
        f' x: {asarray(actual)!r}\n y: {asarray(desired)!r}'
    )


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True):
    same = isclose(actual, desired, rtol, atol, equal_nan)
    _check(same, actual, desired, f'Not equal to tolerance rtol={rtol:g}, atol={atol:g}\n{err_msg}')


def assert_array_equal(x, y, err_msg='', verbose=True, *, strict=False):
    x, y = asarray(x), asarray(y)
    _check((x == y) | ((x != x) & (y != y)), x, y, f'Arrays are not equal\n{err_msg}')


assert_equal = assert_array_equal


def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
    same = abs(asarray(desired) - asarray(actual)) < 1.5 * 10.0 ** (-decimal)
    _check(same, actual, desired, f'Arrays are not almost equal to {decimal} decimals\n{err_msg}')


assert_array_almost_equal = assert_almost_equal
