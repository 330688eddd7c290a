# Reductions and normalisations over the elements that a mask lets through.
import torch

x = torch.arange(12.).reshape(3, 4) * 7 % 11 - 4
mask = torch.tensor([[True, False, True, True], [False, False, False, False], [True, True, False, True]])
for name in 'sum prod amax amin mean var std logsumexp norm'.split():
    reduce = getattr(torch.masked, name)
    for dim in (None, 0, -1, (0, 1)):
        for given in (None, mask):
            print(name, dim, reduce(x, dim=dim, mask=given))
    print(name, reduce(x, dim=1, keepdim=True, mask=mask[:1]))
for name in 'argmax argmin median'.split():
    print(name, getattr(torch.masked, name)(x, dim=1, mask=mask))
for name in 'cumsum cumprod softmax log_softmax softmin'.split():
    print(name, getattr(torch.masked, name)(x, 1, mask=mask))
print(torch.masked.normalize(x, 2.0, 1, mask=mask))
print(torch.masked.var(x, 1, True, mask=mask), torch.masked.std(x.long(), 0, mask=mask))
print(torch.masked.sum(x.to(torch.uint8), mask=mask), torch.masked.amax(x.long(), 1, mask=mask))
print(torch.masked.logaddexp(x, x + 1, input_mask=mask))
print(torch.masked.sum(x, dtype=torch.float64, mask=mask), torch.masked.mean(x[0], mask=mask[0]))
for wrong in (
    lambda: torch.masked.sum(x, dim=(0, 0)),
    lambda: torch.masked.sum(x, dim=2),
    lambda: torch.masked.sum(x[0], mask=mask),
    lambda: torch.masked.amax(mask, mask=mask),
    lambda: torch.masked.median(x.long(), 1, mask=mask),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
