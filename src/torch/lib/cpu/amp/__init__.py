# https://pytorch.org/docs/stable/amp.html
import torch
from torch.amp import autocast as _autocast


class autocast(_autocast):
    def __init__(self, enabled=True, dtype=torch.bfloat16, cache_enabled=True):
        super().__init__('cpu', enabled=enabled, dtype=dtype, cache_enabled=cache_enabled)
