# https://pytorch.org/docs/stable/amp.html
from .autocast_mode import autocast, autocast_decorator, is_autocast_available
from .grad_scaler import GradScaler


def custom_fwd(fwd=None, *, device_type=None, cast_inputs=None):
    """Autocast is off without CUDA: the function as it is."""
    return fwd if fwd is not None else lambda function: function


def custom_bwd(bwd=None, *, device_type=None):
    return bwd if bwd is not None else lambda function: function
