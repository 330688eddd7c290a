# https://pytorch.org/docs/stable/amp.html#torch.autocast
# There is no CUDA here, where autocast disables itself, as it does in PyTorch without one.

import functools
import warnings

import torch
from torch._C import _set_autocast

_enabled = {'cuda': False, 'cpu': False}


def autocast_decorator(autocast_instance, func):
    @functools.wraps(func)
    def decorated(*args, **kwargs):
        with autocast_instance:
            return func(*args, **kwargs)

    return decorated


class autocast:
    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if device_type not in ('cuda', 'cpu', 'mps', 'xpu', 'hpu'):
            raise RuntimeError(
                "User specified an unsupported autocast device_type '{}'".format(device_type)
            )
        self.device = device_type
        self.fast_dtype = dtype
        if dtype is None:
            self.fast_dtype = torch.bfloat16 if device_type == 'cpu' else torch.float16
        self._cache_enabled = True if cache_enabled is None else cache_enabled
        if device_type == 'cuda':
            warnings.warn(
                "User provided device_type of 'cuda', but CUDA is not available. Disabling"
            )
            enabled = False
        elif device_type == 'cpu' and self.fast_dtype not in (torch.bfloat16, torch.float16):
            warnings.warn(
                'In CPU autocast, but the target dtype is not supported. Disabling autocast.\n'
                'CPU Autocast only supports dtype of torch.bfloat16 currently.'
            )
            enabled = False
        self._enabled = enabled

    def __enter__(self):
        self.prev = _enabled.get(self.device, False)
        self._set(self._enabled)
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self._set(self.prev)
        return False

    def _set(self, enabled):
        _enabled[self.device] = enabled
        if self.device == 'cpu':
            _set_autocast(enabled)

    def __call__(self, func):
        return autocast_decorator(self, func)


def is_autocast_available(device_type):
    return device_type in ('cpu', 'cuda', 'mps', 'xpu', 'hpu')


def is_autocast_enabled(device_type='cuda'):
    return _enabled.get(device_type, False)


def is_autocast_cpu_enabled():
    return _enabled['cpu']


def get_autocast_gpu_dtype():
    return torch.float16


def get_autocast_cpu_dtype():
    return torch.bfloat16
