# The collector's switches. Objects are kept for as long as the run lasts: there is nothing to
# collect, and no object is ever found to be garbage.
# https://docs.python.org/3.11/library/gc.html
DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38

garbage = []
callbacks = []
_enabled = True
_debug = 0
_threshold = (700, 10, 10)


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    return 0


def set_debug(flags):
    global _debug
    _debug = flags


def get_debug():
    return _debug


def set_threshold(threshold0, threshold1=None, threshold2=None):
    global _threshold
    _threshold = (threshold0, _threshold[1] if threshold1 is None else threshold1,
                  _threshold[2] if threshold2 is None else threshold2)


def get_threshold():
    return _threshold


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def is_finalized(obj):
    return False


def is_tracked(obj):
    return not isinstance(obj, (int, float, complex, str, bytes, type(None)))
