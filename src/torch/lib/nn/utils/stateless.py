# https://pytorch.org/docs/stable/generated/torch.func.functional_call.html

from contextlib import contextmanager


@contextmanager
def _swapped(module, tensors):
    places = []
    for name, tensor in tensors.items():
        path, _, last = name.rpartition('.')
        owner = module.get_submodule(path)
        table = owner._parameters if last in owner._parameters else owner._buffers
        if last not in table:
            raise AttributeError(f'{type(owner).__name__} has no attribute `{last}`')
        places.append((table, last, table[last]))
        table[last] = tensor
    try:
        yield
    finally:
        for table, last, before in reversed(places):
            table[last] = before


def functional_call(module, parameters_and_buffers, args=(), kwargs=None):
    if isinstance(parameters_and_buffers, (list, tuple)):
        merged = {}
        for each in parameters_and_buffers:
            merged.update(each)
        parameters_and_buffers = merged
    if not isinstance(args, tuple):
        args = (args,)
    with _swapped(module, parameters_and_buffers):
        return module(*args, **(kwargs or {}))
