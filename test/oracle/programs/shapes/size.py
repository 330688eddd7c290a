# torch.Size is a tuple with a name.
import torch

s = torch.zeros(2, 3, 4).shape
print(s, repr(s), str(s), len(s), s[0], s[-1], s[1:], s == (2, 3, 4), s == torch.Size([2, 3, 4]))
print(list(s), tuple(s), isinstance(s, tuple), s.numel(), hash(s) == hash((2, 3, 4)))
print(torch.Size([1]), torch.Size([]), torch.zeros(()).shape, torch.Size((5,)) + s, s + (1,))
a, b, c = s
print(a * b * c, [*s], s.index(3), 4 in s, torch.zeros(s).shape, torch.zeros(*s[:2]).size())
print(f'{s}', '%s' % (s,), 'shape: ' + str(s), torch.zeros(2, 3).size(1), type(s).__name__)
