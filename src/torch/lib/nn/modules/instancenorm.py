# https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html

import torch
import torch.nn.functional as F
from torch.nn import init
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter

__all__ = ['InstanceNorm1d', 'InstanceNorm2d', 'InstanceNorm3d']


class _InstanceNorm(Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False,
                 device=None, dtype=None):
        super().__init__()
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        made = {'device': device, 'dtype': dtype}
        for name in ('weight', 'bias'):
            self.register_parameter(name, Parameter(torch.empty(num_features, **made)) if affine else None)
        if track_running_stats:
            self.register_buffer('running_mean', torch.zeros(num_features, **made))
            self.register_buffer('running_var', torch.ones(num_features, **made))
            self.register_buffer('num_batches_tracked', torch.tensor(0, dtype=torch.long))
        else:
            for name in ('running_mean', 'running_var', 'num_batches_tracked'):
                self.register_buffer(name, None)
        self.reset_parameters()

    def reset_running_stats(self):
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self):
        self.reset_running_stats()
        if self.affine:
            init.ones_(self.weight)
            init.zeros_(self.bias)

    def forward(self, input):
        ranks = self._ranks
        if input.dim() not in ranks:
            raise ValueError(f'expected {ranks[0]}D or {ranks[1]}D input (got {input.dim()}D input)')
        if input.dim() == ranks[0]:
            return self._normalised(input.unsqueeze(0)).squeeze(0)
        return self._normalised(input)

    def _normalised(self, input):
        return F.instance_norm(
            input, self.running_mean, self.running_var, self.weight, self.bias,
            self.training or not self.track_running_stats, self.momentum, self.eps,
        )

    def extra_repr(self):
        return (
            f'{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, '
            f'track_running_stats={self.track_running_stats}'
        )


class InstanceNorm1d(_InstanceNorm):
    _ranks = 2, 3


class InstanceNorm2d(_InstanceNorm):
    _ranks = 3, 4


class InstanceNorm3d(_InstanceNorm):
    _ranks = 4, 5
