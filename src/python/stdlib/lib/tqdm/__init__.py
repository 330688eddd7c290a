"""tqdm passes its iterable through. Its bars go to stderr, for people who wait; nothing is drawn here.

https://tqdm.github.io/docs/tqdm/
"""

import sys

__all__ = ['tqdm', 'trange', 'tqdm_notebook', 'tnrange']
__version__ = '4.66.4'


class tqdm:
    """An iterable that counts how far it has come."""

    monitor_interval = 10

    def __init__(
        self,
        iterable=None,
        desc=None,
        total=None,
        leave=True,
        file=None,
        ncols=None,
        mininterval=0.1,
        maxinterval=10.0,
        miniters=None,
        ascii=None,
        disable=False,
        unit='it',
        unit_scale=False,
        dynamic_ncols=False,
        smoothing=0.3,
        bar_format=None,
        initial=0,
        position=None,
        postfix=None,
        unit_divisor=1000,
        write_bytes=False,
        lock_args=None,
        nrows=None,
        colour=None,
        delay=0,
        gui=False,
        **kwargs,
    ):
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                total = None
        if total == float('inf'):
            total = None
        self.iterable = iterable
        self.desc = desc or ''
        self.total = total
        self.leave = leave
        self.fp = file
        self.ncols = ncols
        self.disable = bool(disable)
        self.unit = unit
        self.unit_scale = unit_scale
        self.unit_divisor = unit_divisor
        self.initial = initial
        self.position = position
        self.n = self.last_print_n = initial
        self.postfix = None
        self.pos = 0
        if isinstance(postfix, dict):
            self.set_postfix(postfix)
        else:
            self.postfix = postfix

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError('bool() undefined when iterable == total == None')
        return bool(self.iterable)

    def __len__(self):
        if self.iterable is None:
            return self.total
        if hasattr(self.iterable, 'shape'):
            return self.iterable.shape[0]
        if hasattr(self.iterable, '__len__'):
            return len(self.iterable)
        return getattr(self, 'total', None)

    def __reversed__(self):
        original = self.iterable
        self.iterable = reversed(original)
        try:
            yield from self
        finally:
            self.iterable = original

    def __contains__(self, item):
        return item in self.iterable

    def __iter__(self):
        if self.disable:
            yield from self.iterable
            return
        for item in self.iterable:
            yield item
            self.n += 1
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def update(self, n=1):
        if not self.disable:
            self.n += n

    def set_description(self, desc=None, refresh=True):
        self.desc = desc + ': ' if desc else ''

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ''

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        import numbers

        values = dict(ordered_dict or {})
        values.update((name, kwargs[name]) for name in sorted(kwargs))
        shown = []
        for name, value in values.items():
            if isinstance(value, numbers.Number):
                value = self.format_num(value)
            elif not isinstance(value, str):
                value = str(value)
            shown.append(f'{name}={value.strip()}')
        self.postfix = ', '.join(shown)

    def set_postfix_str(self, s='', refresh=True):
        self.postfix = str(s)

    @staticmethod
    def format_num(n):
        short = f'{n:.3g}'.replace('e+0', 'e+').replace('e-0', 'e-')
        full = str(n)
        return short if len(short) < len(full) else full

    @staticmethod
    def format_interval(t):
        minutes, seconds = divmod(int(t), 60)
        hours, minutes = divmod(minutes, 60)
        return f'{hours:d}:{minutes:02d}:{seconds:02d}' if hours else f'{minutes:02d}:{seconds:02d}'

    @staticmethod
    def format_sizeof(num, suffix='', divisor=1000):
        for unit in ('', 'k', 'M', 'G', 'T', 'P', 'E', 'Z'):
            if abs(num) < 999.5:
                if abs(num) < 99.95:
                    if abs(num) < 9.995:
                        return f'{num:1.2f}{unit}{suffix}'
                    return f'{num:2.1f}{unit}{suffix}'
                return f'{num:3.0f}{unit}{suffix}'
            num /= divisor
        return f'{num:3.1f}Y{suffix}'

    @classmethod
    def write(cls, s, file=None, end='\n', nolock=False):
        file = sys.stdout if file is None else file
        file.write(s)
        file.write(end)

    def close(self):
        self.disable = True

    def clear(self, nolock=False):
        pass

    def refresh(self, nolock=False, lock_args=None):
        return True

    def display(self, msg=None, pos=None):
        return True

    def unpause(self):
        pass

    def reset(self, total=None):
        self.n = 0
        if total is not None:
            self.total = total

    def moveto(self, n):
        pass

    @classmethod
    def set_lock(cls, lock):
        pass

    @classmethod
    def get_lock(cls):
        import contextlib

        return contextlib.nullcontext()

    @classmethod
    def external_write_mode(cls, file=None, nolock=False):
        import contextlib

        return contextlib.nullcontext()


tqdm.__module__ = 'tqdm.std'


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tqdm_notebook = tqdm
tnrange = trange
