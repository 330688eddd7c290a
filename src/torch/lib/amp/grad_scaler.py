# https://pytorch.org/docs/stable/amp.html#gradient-scaling
# Without CUDA a scaler disables itself: it hands on what it is given.

import warnings


class GradScaler:
    def __init__(self, device='cuda', init_scale=2.0**16, growth_factor=2.0, backoff_factor=0.5,
                 growth_interval=2000, enabled=True):
        self._device = device
        if enabled:
            warnings.warn(_DISABLED.format('torch.amp.GradScaler'))
        self._enabled = False

    def scale(self, outputs):
        return outputs

    def unscale_(self, optimizer):
        return None

    def step(self, optimizer, *args, **kwargs):
        return optimizer.step(*args, **kwargs)

    def update(self, new_scale=None):
        return None

    def get_scale(self):
        return 1.0

    def get_growth_factor(self):
        raise AttributeError("'GradScaler' object has no attribute '_growth_factor'")

    def is_enabled(self):
        return self._enabled

    def state_dict(self):
        return {}

    def load_state_dict(self, state_dict):
        return None


_DISABLED = '{} is enabled, but CUDA is not available.  Disabling.'
