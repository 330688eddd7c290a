"""https://tqdm.github.io/docs/contrib/"""

from .. import tqdm


def tenumerate(iterable, start=0, total=None, tqdm_class=tqdm, **kwargs):
    return enumerate(tqdm_class(iterable, total=total, **kwargs), start)


def tzip(iter1, *iter2plus, **kwargs):
    tqdm_class = kwargs.pop('tqdm_class', tqdm)
    yield from zip(tqdm_class(iter1, **kwargs), *iter2plus)


def tmap(function, *sequences, **kwargs):
    for each in tzip(*sequences, **kwargs):
        yield function(*each)
