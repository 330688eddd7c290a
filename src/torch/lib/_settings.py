# What programs set for speed or for repeatability: it changes no result here, and is told as it was
# set. https://pytorch.org/docs/stable/torch.html#utilities

import torch

_threads = {'intra': None, 'inter': None}
_flags = {
    'deterministic': False, 'warn only': False, 'precision': 'highest', 'warn always': False,
    'anomaly': False,
}
_DEBUG_MODES = {'default': 0, 'warn': 1, 'error': 2}


def _count(num, name):
    if isinstance(num, bool) or not isinstance(num, int):
        raise TypeError(f'{name} expects an int, but got {type(num).__name__}')
    if num <= 0:
        raise RuntimeError('expected positive number of threads')
    return num


def get_num_threads():
    import os

    return _threads['intra'] or os.cpu_count()


def set_num_threads(num):
    _threads['intra'] = _count(num, 'set_num_threads')


def get_num_interop_threads():
    import os

    return _threads['inter'] or os.cpu_count()


def set_num_interop_threads(num):
    _threads['inter'] = _count(num, 'set_num_interop_threads')


def use_deterministic_algorithms(mode, *, warn_only=False):
    _flags['deterministic'] = mode
    _flags['warn only'] = warn_only


def are_deterministic_algorithms_enabled():
    return _flags['deterministic']


def is_deterministic_algorithms_warn_only_enabled():
    return _flags['warn only']


def set_deterministic_debug_mode(debug_mode):
    if isinstance(debug_mode, str):
        if debug_mode not in _DEBUG_MODES:
            raise RuntimeError(
                'invalid value of debug_mode, expected one of `default`, `warn`, `error`, but got '
                f'{debug_mode}'
            )
        debug_mode = _DEBUG_MODES[debug_mode]
    if debug_mode not in (0, 1, 2):
        raise RuntimeError(
            f'invalid value of debug_mode, expected 0, 1, or 2, but got {debug_mode}'
        )
    use_deterministic_algorithms(debug_mode > 0, warn_only=debug_mode == 1)


def get_deterministic_debug_mode():
    if not _flags['deterministic']:
        return 0
    return 1 if _flags['warn only'] else 2


def get_float32_matmul_precision():
    return _flags['precision']


def set_float32_matmul_precision(precision):
    if precision in ('highest', 'high', 'medium'):
        _flags['precision'] = precision


def set_flush_denormal(mode):
    return True


def set_warn_always(b):
    _flags['warn always'] = b


def is_warn_always_enabled():
    return _flags['warn always']


def is_anomaly_enabled():
    return _flags['anomaly']


def compiled_with_cxx11_abi():
    return True


def is_storage(obj):
    return isinstance(obj, (torch.TypedStorage, torch.UntypedStorage))


def is_distributed(input):
    return False


def is_vulkan_available():
    return False


def set_default_tensor_type(t):
    name = t if isinstance(t, str) else f'torch.{t.__name__}'
    kinds = {
        'torch.FloatTensor': torch.float32, 'torch.DoubleTensor': torch.float64,
        'torch.HalfTensor': torch.float16, 'torch.BFloat16Tensor': torch.bfloat16,
    }
    if name.startswith('torch.cuda.'):
        raise TypeError('type ' + name + ' not available. Torch not compiled with CUDA enabled.')
    if name not in kinds:
        raise TypeError('only floating-point types are supported as the default type')
    torch.set_default_dtype(kinds[name])
