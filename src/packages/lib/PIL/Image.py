# https://pillow.readthedocs.io/en/stable/reference/Image.html
from enum import IntEnum

import _numpy_parts as parts


class Transpose(IntEnum):
    FLIP_LEFT_RIGHT = 0
    FLIP_TOP_BOTTOM = 1
    ROTATE_90 = 2
    ROTATE_180 = 3
    ROTATE_270 = 4
    TRANSPOSE = 5
    TRANSVERSE = 6


class Transform(IntEnum):
    AFFINE = 0
    EXTENT = 1
    PERSPECTIVE = 2
    QUAD = 3
    MESH = 4


class Resampling(IntEnum):
    NEAREST = 0
    BOX = 4
    BILINEAR = 2
    HAMMING = 5
    BICUBIC = 3
    LANCZOS = 1


class Dither(IntEnum):
    NONE = 0
    ORDERED = 1
    RASTERIZE = 2
    FLOYDSTEINBERG = 3


class Palette(IntEnum):
    WEB = 0
    ADAPTIVE = 1


class Quantize(IntEnum):
    MEDIANCUT = 0
    MAXCOVERAGE = 1
    FASTOCTREE = 2
    LIBIMAGEQUANT = 3


for _kind in (Transpose, Transform, Resampling, Dither, Palette, Quantize):
    for _item in _kind:
        globals()[_item.name] = _item.value


class Image:
    # Tensors are none of these, which is what programs ask.
    pass


_KNOWN = frozenset(
    'open new fromarray frombytes frombuffer fromqimage fromqpixmap merge blend composite '
    'alpha_composite eval effect_mandelbrot effect_noise linear_gradient radial_gradient '
    'preinit init register_open register_extension registered_extensions getmodebase getmodetype '
    'getmodebands getmodebandnames MAX_IMAGE_PIXELS DecompressionBombError '
    'DecompressionBombWarning UnidentifiedImageError Exif ImagePointHandler ImageTransformHandler '
    'core isImageType'.split()
)


def __getattr__(name):
    if name in _KNOWN:
        return parts.unsupported(f'PIL.Image.{name}')
    raise AttributeError(f"module 'PIL.Image' has no attribute {name!r}")
