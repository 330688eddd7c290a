"""https://tqdm.github.io/docs/contrib.logging/"""

from contextlib import contextmanager

from .. import tqdm


@contextmanager
def logging_redirect_tqdm(loggers=None, tqdm_class=tqdm):
    yield


@contextmanager
def tqdm_logging_redirect(*args, **kwargs):
    kwargs.pop('loggers', None)
    with kwargs.pop('tqdm_class', tqdm)(*args, **kwargs) as bar:
        yield bar
