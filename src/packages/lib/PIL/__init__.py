# What of Pillow programs ask without an image: its version and its constants. Images are files, which
# nothing here reads. https://pillow.readthedocs.io/en/stable/reference/Image.html

__version__ = '10.0.0'

from . import Image

