"""How long small pieces of code take: https://docs.python.org/3.11/library/timeit.html"""

import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_globals = globals


def _indented(text, width):
    return text.replace("\n", "\n" + " " * width)


class Timer:
    """Times a statement, given as text or as a callable, after a set-up that is not counted."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        header, before = "", "pass"
        if isinstance(setup, str):
            compile(setup, "<timeit-src>", "exec")
            before = _indented(setup, 4)
        elif callable(setup):
            names["_setup"] = setup
            header, before = ", _setup=_setup", "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            start = setup + "\n" if isinstance(setup, str) else ""
            compile(start + stmt, "<timeit-src>", "exec")
            what = _indented(stmt, 8)
        elif callable(stmt):
            names["_stmt"] = stmt
            header, what = header + ", _stmt=_stmt", "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = (
            f"def inner(_it, _timer{header}):\n"
            f"    {before}\n"
            "    _t0 = _timer()\n"
            "    for _i in _it:\n"
            f"        {what}\n"
            "        pass\n"
            "    _t1 = _timer()\n"
            "    return _t1 - _t0\n"
        )
        space = _globals() if globals is None else globals
        exec(compile(self.src, "<timeit-src>", "exec"), space, names)
        self.inner = names["inner"]

    def timeit(self, number=default_number):
        """The seconds that so many runs take together."""
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        """Several measurements, each of so many runs."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """As many runs as take 0.2 seconds: their number, and the time they took."""
        scale = 1
        while True:
            for digit in 1, 2, 5:
                number = scale * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        """The traceback of the exception that is being handled."""
        import traceback

        traceback.print_exc(file=file)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The seconds that so many runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(
    stmt="pass",
    setup="pass",
    timer=default_timer,
    repeat=default_repeat,
    number=default_number,
    globals=None,
):
    """Several measurements of a statement."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
