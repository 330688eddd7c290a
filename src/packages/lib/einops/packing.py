# https://einops.rocks/4-pack-and-unpack/

from ._operations import pack, unpack
