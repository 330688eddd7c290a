# The limits of data types.
import torch

for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64):
    info = torch.finfo(dtype)
    print(info, info.bits, info.min, info.max, info.eps, info.tiny, info.resolution, info.dtype)
for dtype in (torch.int8, torch.uint8, torch.int16, torch.int32, torch.int64):
    info = torch.iinfo(dtype)
    print(info, info.bits, info.min, info.max)
print(torch.finfo(), torch.finfo(torch.complex64).bits)
for attempt in (
    lambda: torch.finfo(torch.int32),
    lambda: torch.iinfo(torch.float32),
    lambda: torch.iinfo(torch.bool),
    lambda: torch.finfo(3),
    lambda: torch.iinfo(),
):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
