# Scripted and traced modules as a program sees them: they compute what the module computes that they
# were made from, with its parameters.
#
# https://pytorch.org/docs/stable/generated/torch.jit.script.html

import torch
from torch import nn


class ScriptModule(nn.Module):
    pass


class RecursiveScriptModule(ScriptModule):
    def __init__(self, original):
        super().__init__()
        # Its own mode and children, but one table of parameters for both: what is written to the
        # one is seen in the other.
        self._parameters = original._parameters
        self._buffers = original._buffers
        self.training = original.training
        for name, child in original._modules.items():
            self._modules[name] = None if child is None else type(self)._of_child(child)
        same = object.__new__(type(original))
        same.__dict__.update(original.__dict__)
        same.__dict__['_modules'] = self._modules
        self.__dict__['_original'] = same

    @classmethod
    def _of_child(cls, child):
        return RecursiveScriptModule(child)

    @property
    def original_name(self):
        return type(self.__dict__['_original']).__name__

    def forward(self, *args, **kwargs):
        return self.__dict__['_original'].forward(*args, **kwargs)

    def train(self, mode=True):
        self.__dict__['_original'].train(mode)
        return super().train(mode)

    def extra_repr(self):
        return f'original_name={self.original_name}'

    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except AttributeError:
            original = self.__dict__.get('_original')
            if original is None or not hasattr(original, name):
                raise
            return getattr(original, name)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __getitem__(self, index):
        if isinstance(index, str):
            return self._modules[index]
        return list(self._modules.values())[index]


class TracedModule(RecursiveScriptModule):
    @classmethod
    def _of_child(cls, child):
        return TracedModule(child)

    def _get_name(self):
        return self.original_name


    def __getitem__(self, index):
        raise TypeError(f"'{type(self).__name__}' object is not subscriptable")


class TopLevelTracedModule(TracedModule):
    __module__ = 'torch.jit._trace'


def script(obj, optimize=None, _frames_up=0, _rcb=None, example_inputs=None):
    if isinstance(obj, ScriptModule) or not isinstance(obj, nn.Module):
        return obj
    return RecursiveScriptModule(obj)


def trace(func, example_inputs=None, *args, **kwargs):
    inputs = example_inputs if isinstance(example_inputs, (tuple, list)) else (example_inputs,)
    func(*inputs)
    if isinstance(func, ScriptModule) or not isinstance(func, nn.Module):
        return func
    return TopLevelTracedModule(func)


def freeze(mod, preserved_attrs=None, optimize_numerics=True):
    if not isinstance(mod, ScriptModule):
        raise RuntimeError(
            "Freezing expects a ScriptModule as input. Please use torch.jit.script or "
            "torch.jit.trace to script your 'nn.Module'."
        )
    if mod.training:
        raise RuntimeError(
            "Freezing is currently only implemented for modules in eval mode. Please call "
            ".eval() on your module before freezing."
        )
    return mod


def optimize_for_inference(mod, other_methods=None):
    return mod
