# https://pytorch.org/docs/stable/generated/torch.nn.modules.lazy.LazyModuleMixin.html
# Layers that learn the sizes of their inputs from the first of them, and are then plain layers.

import warnings

import torch
from torch.nn._uninitialized import UninitializedBuffer, UninitializedParameter, is_lazy


class LazyModuleMixin:
    cls_to_become = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._initialize_hook = self.register_forward_pre_hook(self._infer_parameters)
        warnings.warn(
            'Lazy modules are a new feature under heavy development so changes to the API or '
            'functionality can happen at any moment.'
        )

    def initialize_parameters(self, *args, **kwargs):
        raise NotImplementedError(
            f'initialize_parameters is not implemented for {type(self).__name__}'
        )

    def has_uninitialized_params(self):
        entries = [*self._parameters.values(), *self._buffers.values()]
        return any(is_lazy(entry) for entry in entries)

    def _infer_parameters(self, module, input):
        module.initialize_parameters(*input)
        if module.has_uninitialized_params():
            raise RuntimeError(f'module {self._get_name()} has not been fully initialized')
        module._initialize_hook.remove()
        delattr(module, '_initialize_hook')
        if module.cls_to_become is not None:
            module.__class__ = module.cls_to_become

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self._known_size() != 0:
            super().reset_parameters()


class LazyLinear(LazyModuleMixin, torch.nn.Linear):
    cls_to_become = torch.nn.Linear

    def __init__(self, out_features, bias=True, device=None, dtype=None):
        super().__init__(0, 0, False)
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        self.out_features = out_features
        if bias:
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def _known_size(self):
        return self.in_features

    def initialize_parameters(self, input):
        if not self.has_uninitialized_params():
            return
        with torch.no_grad():
            self.in_features = input.shape[-1]
            self.weight.materialize((self.out_features, self.in_features))
            if self.bias is not None:
                self.bias.materialize((self.out_features,))
            self.reset_parameters()


class _LazyConvXdMixin(LazyModuleMixin):
    def _known_size(self):
        return self.in_channels

    def _wait(self, out_channels, bias, device, dtype):
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        self.out_channels = out_channels
        if bias:
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def initialize_parameters(self, input):
        if not self.has_uninitialized_params():
            return
        rank = len(self.kernel_size)
        if input.dim() not in (rank + 1, rank + 2):
            raise RuntimeError(
                f'Expected {rank + 1}D (unbatched) or {rank + 2}D (batched) input to '
                f'{type(self).__name__}, but got input of size: {input.shape}'
            )
        self.in_channels = input.shape[1] if input.dim() == rank + 2 else input.shape[0]
        if self.in_channels % self.groups != 0:
            raise ValueError('in_channels must be divisible by groups')
        with torch.no_grad():
            ends = (self.out_channels, self.in_channels // self.groups)
            if self.transposed:
                ends = (self.in_channels, self.out_channels // self.groups)
            self.weight.materialize((*ends, *self.kernel_size))
            if self.bias is not None:
                self.bias.materialize((self.out_channels,))
            self.reset_parameters()


class LazyConv1d(_LazyConvXdMixin, torch.nn.Conv1d):
    cls_to_become = torch.nn.Conv1d

    def __init__(self, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1,
                 bias=True, padding_mode='zeros', device=None, dtype=None):
        super().__init__(0, 0, kernel_size, stride, padding, dilation, groups, False, padding_mode)
        self._wait(out_channels, bias, device, dtype)


class LazyConv2d(_LazyConvXdMixin, torch.nn.Conv2d):
    cls_to_become = torch.nn.Conv2d

    def __init__(self, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1,
                 bias=True, padding_mode='zeros', device=None, dtype=None):
        super().__init__(0, 0, kernel_size, stride, padding, dilation, groups, False, padding_mode)
        self._wait(out_channels, bias, device, dtype)


class LazyConv3d(_LazyConvXdMixin, torch.nn.Conv3d):
    cls_to_become = torch.nn.Conv3d

    def __init__(self, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1,
                 bias=True, padding_mode='zeros', device=None, dtype=None):
        super().__init__(0, 0, kernel_size, stride, padding, dilation, groups, False, padding_mode)
        self._wait(out_channels, bias, device, dtype)


class LazyConvTranspose1d(_LazyConvXdMixin, torch.nn.ConvTranspose1d):
    cls_to_become = torch.nn.ConvTranspose1d

    def __init__(self, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1,
                 bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None):
        super().__init__(0, 0, kernel_size, stride, padding, output_padding, groups, False,
                         dilation, padding_mode)
        self._wait(out_channels, bias, device, dtype)


class LazyConvTranspose2d(_LazyConvXdMixin, torch.nn.ConvTranspose2d):
    cls_to_become = torch.nn.ConvTranspose2d

    def __init__(self, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1,
                 bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None):
        super().__init__(0, 0, kernel_size, stride, padding, output_padding, groups, False,
                         dilation, padding_mode)
        self._wait(out_channels, bias, device, dtype)


class LazyConvTranspose3d(_LazyConvXdMixin, torch.nn.ConvTranspose3d):
    cls_to_become = torch.nn.ConvTranspose3d

    def __init__(self, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1,
                 bias=True, dilation=1, padding_mode='zeros', device=None, dtype=None):
        super().__init__(0, 0, kernel_size, stride, padding, output_padding, groups, False,
                         dilation, padding_mode)
        self._wait(out_channels, bias, device, dtype)


class _LazyNormBase(LazyModuleMixin):
    def __init__(self, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None,
                 dtype=None):
        super().__init__(0, eps, momentum, False, False)
        self.affine = affine
        self.track_running_stats = track_running_stats
        if affine:
            self.weight = UninitializedParameter(device=device, dtype=dtype)
            self.bias = UninitializedParameter(device=device, dtype=dtype)
        if track_running_stats:
            self.running_mean = UninitializedBuffer(device=device, dtype=dtype)
            self.running_var = UninitializedBuffer(device=device, dtype=dtype)
            self.num_batches_tracked = torch.tensor(0, dtype=torch.long)

    def _known_size(self):
        return self.num_features

    def initialize_parameters(self, input):
        if not self.has_uninitialized_params():
            return
        self.num_features = input.shape[1]
        entries = []
        if self.affine:
            entries += [self.weight, self.bias]
        if self.track_running_stats:
            entries += [self.running_mean, self.running_var]
        for entry in entries:
            entry.materialize((self.num_features,))
        self.reset_parameters()


class LazyBatchNorm1d(_LazyNormBase, torch.nn.BatchNorm1d):
    cls_to_become = torch.nn.BatchNorm1d


class LazyBatchNorm2d(_LazyNormBase, torch.nn.BatchNorm2d):
    cls_to_become = torch.nn.BatchNorm2d


class LazyBatchNorm3d(_LazyNormBase, torch.nn.BatchNorm3d):
    cls_to_become = torch.nn.BatchNorm3d


class LazyInstanceNorm1d(_LazyNormBase, torch.nn.InstanceNorm1d):
    cls_to_become = torch.nn.InstanceNorm1d


class LazyInstanceNorm2d(_LazyNormBase, torch.nn.InstanceNorm2d):
    cls_to_become = torch.nn.InstanceNorm2d


class LazyInstanceNorm3d(_LazyNormBase, torch.nn.InstanceNorm3d):
    cls_to_become = torch.nn.InstanceNorm3d
