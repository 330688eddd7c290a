# https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveLogSoftmaxWithLoss.html
# A softmax over many classes: the frequent ones stand in the head, the others in clusters that the
# head has one place for each.

import collections

import torch
import torch.nn.functional as F
from torch.nn.modules.module import Module

_ASMoutput = collections.namedtuple('_ASMoutput', ['output', 'loss'])


class AdaptiveLogSoftmaxWithLoss(Module):
    def __init__(self, in_features, n_classes, cutoffs, div_value=4.0, head_bias=False, device=None,
                 dtype=None):
        super().__init__()
        cutoffs = list(cutoffs)
        ordered = cutoffs == sorted(cutoffs) and len(set(cutoffs)) == len(cutoffs)
        whole = all(int(c) == c for c in cutoffs)
        if not ordered or not whole or min(cutoffs) <= 0 or max(cutoffs) > n_classes - 1:
            raise ValueError(
                'cutoffs should be a sequence of unique, positive integers sorted in an '
                'increasing order, where each value is between 1 and n_classes-1'
            )
        self.in_features = in_features
        self.n_classes = n_classes
        self.cutoffs = cutoffs + [n_classes]
        self.div_value = div_value
        self.head_bias = head_bias
        self.shortlist_size = self.cutoffs[0]
        self.n_clusters = len(self.cutoffs) - 1
        self.head_size = self.shortlist_size + self.n_clusters
        made = {'device': device, 'dtype': dtype}
        self.head = torch.nn.Linear(in_features, self.head_size, bias=head_bias, **made)
        self.tail = torch.nn.ModuleList()
        for i in range(self.n_clusters):
            hidden = int(in_features // (div_value ** (i + 1)))
            size = self.cutoffs[i + 1] - self.cutoffs[i]
            self.tail.append(torch.nn.Sequential(
                torch.nn.Linear(in_features, hidden, bias=False, **made),
                torch.nn.Linear(hidden, size, bias=False, **made),
            ))

    def reset_parameters(self):
        self.head.reset_parameters()
        for to_hidden, from_hidden in self.tail:
            to_hidden.reset_parameters()
            from_hidden.reset_parameters()

    def forward(self, input_, target_):
        rank = target_.dim()
        if rank == 1:
            if input_.shape[0] != target_.shape[0]:
                raise RuntimeError('Input and target should have the same size in the batch dimension.')
            if input_.dim() != 2:
                raise RuntimeError(
                    '1D target tensor expects 2D input tensors, but found inputs with size',
                    input_.size(),
                )
        elif rank == 0:
            if input_.dim() != 1:
                raise RuntimeError(
                    '0D target tensor expects 1D input tensors, but found inputs with size',
                    input_.size(),
                )
        else:
            raise RuntimeError('0D or 1D target tensor expected, multi-target not supported')
        input = input_ if rank else input_.unsqueeze(0)
        target = target_ if rank else target_.unsqueeze(0)
        if bool(((target < 0) | (target >= self.n_classes)).any()):
            raise RuntimeError(
                f'Target values should be in [0, {self.n_classes - 1}], but values in range '
                f'[{target.min().item()}, {target.max().item()}] were found. '
            )
        output = self.log_prob(input).gather(1, target.unsqueeze(1)).squeeze(1)
        loss = (-output).mean()
        return _ASMoutput(output if rank else output.squeeze(0), loss)

    def _get_full_log_prob(self, input, head_output):
        head = F.log_softmax(head_output, dim=1)
        parts = [head[:, : self.shortlist_size]]
        for i, cluster in enumerate(self.tail):
            inside = F.log_softmax(cluster(input), dim=1)
            parts.append(inside + head[:, self.shortlist_size + i].unsqueeze(1))
        return torch.cat(parts, 1)

    def log_prob(self, input):
        return self._get_full_log_prob(input, self.head(input))

    def predict(self, input):
        return torch.argmax(self.log_prob(input), dim=1)
