# The functions as layers: https://einops.rocks/api/rearrange/#einops.layers

import torch

from einops._backends import TorchBackend

from . import RearrangeMixin, ReduceMixin
from ._einmix import _EinmixMixin

__all__ = ['Rearrange', 'Reduce', 'EinMix']


class Rearrange(RearrangeMixin, torch.nn.Module):
    def forward(self, input):
        steps = self._recipes[input.ndim]
        return steps.apply(input, input.shape, 'rearrange', self.axes_lengths, TorchBackend)


class Reduce(ReduceMixin, torch.nn.Module):
    def forward(self, input):
        steps = self._recipes[input.ndim]
        return steps.apply(input, input.shape, self.reduction, self.axes_lengths, TorchBackend)


class EinMix(_EinmixMixin, torch.nn.Module):
    def _create_parameters(self, weight_shape, weight_bound, bias_shape, bias_bound):
        self.weight = torch.nn.Parameter(
            torch.zeros(weight_shape).uniform_(-weight_bound, weight_bound), requires_grad=True
        )
        self.bias = None
        if bias_shape is not None:
            self.bias = torch.nn.Parameter(
                torch.zeros(bias_shape).uniform_(-bias_bound, bias_bound), requires_grad=True
            )

    def _create_rearrange_layers(self, before, before_lengths, after, after_lengths):
        self.pre_rearrange = None
        if before is not None:
            self.pre_rearrange = Rearrange(before, **before_lengths)
        self.post_rearrange = None
        if after is not None:
            self.post_rearrange = Rearrange(after, **after_lengths)

    def forward(self, input):
        if self.pre_rearrange is not None:
            input = self.pre_rearrange(input)
        result = torch.einsum(self.einsum_pattern, input, self.weight)
        if self.bias is not None:
            result += self.bias
        if self.post_rearrange is not None:
            result = self.post_rearrange(result)
        return result
