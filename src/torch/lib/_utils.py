# How tensors are put together again from what torch.save wrote; files name these functions.

import torch


def _rebuild_tensor(storage, storage_offset, size, stride):
    return torch._C._tensor_in(storage._flat, storage_offset, size, stride)


def _rebuild_tensor_v2(
    storage, storage_offset, size, stride, requires_grad, backward_hooks, metadata=None
):
    tensor = _rebuild_tensor(storage, storage_offset, size, stride)
    tensor.requires_grad = requires_grad
    return tensor


def _rebuild_parameter(data, requires_grad, backward_hooks):
    return torch._C._parameter_of(data, requires_grad)


def _rebuild_parameter_with_state(data, requires_grad, backward_hooks, state):
    parameter = torch._C._parameter_of(data, requires_grad)
    for name, value in state.items():
        setattr(parameter, name, value)
    return parameter


def _rebuild_from_numbers(numbers, dtype, size, requires_grad, is_parameter):
    """What a pickled tensor is put together from."""
    tensor = torch.tensor(numbers, dtype=dtype).reshape(size)
    if is_parameter:
        return torch._C._parameter_of(tensor, requires_grad)
    return tensor.requires_grad_(requires_grad) if requires_grad else tensor
