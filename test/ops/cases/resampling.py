"""Images made larger and smaller."""

import torch


def cases(record):
    inputs = [torch.randn(1, 2, 5), torch.randn(1, 2, 4, 5), torch.randn(1, 2, 2, 4, 3)]
    modes = ("nearest", "nearest-exact", "linear", "bilinear", "bicubic", "trilinear", "area", "foo")
    for rank, x in enumerate(inputs, 1):
        for mode in modes:
            for settings in (dict(size=3), dict(size=7), dict(scale_factor=2), dict(scale_factor=1.7), dict(scale_factor=0.6)):
                record("interpolate", x, mode=mode, **settings)
                if mode.endswith(("linear", "cubic")):
                    record("interpolate", x, mode=mode, align_corners=True, **settings)
            record("interpolate", x, size=1, mode=mode)
            record("interpolate", x.double(), scale_factor=1.3, mode=mode)
            record("interpolate", x, scale_factor=1.7, recompute_scale_factor=True, mode=mode)
            record("interpolate", x, size=0, mode=mode)
            record("interpolate", x.long(), size=3, mode=mode)
            record("interpolate", x[:0], size=3, mode=mode)
            record("interpolate", x[:, :0], size=3, mode=mode)
        record("interpolate", x, size=list(range(3, 3 + rank)))
        record("interpolate", (x * 9).byte(), size=6)
    smoothed(record, inputs[1])
    refused(record, inputs[1])
    record("interpolate", inputs[2][:, :1].double().clone(), scale_factor=1.3)
    record("upsample", inputs[1], scale_factor=2)
    record("upsample", inputs[1], size=(5, 9), mode="bilinear")
    record("upsample_nearest", inputs[1], scale_factor=2)
    record("upsample_bilinear", inputs[1], scale_factor=2)
    for size in range(1, 60):
        record("interpolate", torch.arange(49.0)[None, None], size=size)
    for factor in (2.5, 1.1, 0.9, 1 / 3, 3.3):
        record("interpolate", torch.arange(49.0)[None, None], scale_factor=factor)


def smoothed(record, x):
    for mode in ("bilinear", "bicubic"):
        for size in ((3, 4), (14, 5), (1, 1), (9, 20)):
            record("interpolate", x, size=size, mode=mode, antialias=True)
            record("interpolate", x, size=size, mode=mode, antialias=True, align_corners=True)
        for factor in (0.5, 0.3, (0.7, 1.5), 2.0):
            record("interpolate", x, scale_factor=factor, mode=mode, antialias=True)
        record("interpolate", x.double(), size=(2, 3), mode=mode, antialias=True)
        record("interpolate", x.bfloat16(), size=(2, 3), mode=mode, antialias=True)
        record("interpolate", (x * 9).byte(), size=(2, 3), mode=mode, antialias=True)


def refused(record, x):
    record("interpolate", x)
    record("interpolate", x[0, 0], size=3)
    record("interpolate", x, size=3, scale_factor=2.0)
    record("interpolate", x, size=(3, 3, 3))
    record("interpolate", x, scale_factor=(3.5, 2.5, 1.5))
    record("interpolate", x, scale_factor=0.01)
    record("interpolate", x, scale_factor=2.0, align_corners=True)
    record("interpolate", x, size=3, recompute_scale_factor=True)
    record("interpolate", x, size=3, antialias=True)
    record("interpolate", x, size=-1)
    record("interpolate", x, scale_factor=-1.0)
