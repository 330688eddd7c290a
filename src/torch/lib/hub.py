# https://pytorch.org/docs/stable/hub.html: where downloads are kept. What downloads is in
# src/torch/surroundings.ts.

import os

_chosen = None


def get_dir():
    return os.path.join(_get_torch_home(), 'hub') if _chosen is None else _chosen


def set_dir(d):
    global _chosen
    _chosen = os.path.expanduser(d)


def _get_torch_home():
    cache = os.getenv('XDG_CACHE_HOME', '~/.cache')
    return os.path.expanduser(os.getenv('TORCH_HOME', os.path.join(cache, 'torch')))
