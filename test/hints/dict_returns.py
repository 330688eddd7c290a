# A dict of outputs.
import torch
import torch.nn as nn


class Heads(nn.Module):
    def __init__(self):
        super().__init__()
        self.boxes = nn.Linear(16, 4)
        self.labels = nn.Linear(16, 3)

    def forward(self, x):
        boxes = self.boxes(x)
        # ^^^ [8, 4]
        labels = self.labels(x)
        # ^^^^ [8, 3]
        return {'boxes': boxes, 'labels': labels}
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ {'boxes': [8, 4], 'labels': [8, 3]}


out = Heads()(torch.randn(8, 16))
# ^ {'boxes': [8, 4], 'labels': [8, 3]}
boxes = out['boxes']
# ^^^ [8, 4]
