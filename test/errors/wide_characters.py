# Characters of every width before the caret.
import torch

形 = torch.zeros(2, 3); y = '🙂', 形 @ 形
#                                ^^^^^ RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
