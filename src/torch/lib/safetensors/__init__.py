# Tensors in a file without code: https://huggingface.co/docs/safetensors

from safetensors.torch import SafetensorError, safe_open

__version__ = '0.4.5'
__all__ = ['SafetensorError', 'safe_open']
