# Copies of objects, of the outermost alone and of all that they hold.
# https://docs.python.org/3.11/library/copy.html
import types as _types
from copyreg import dispatch_table

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

_atomic = frozenset({
    type(None), int, float, bool, complex, str, bytes, type, range, slice, property,
    type(Ellipsis), type(NotImplemented), _types.FunctionType, _types.BuiltinFunctionType,
    _types.CodeType})
_containers = frozenset({list, dict, set, bytearray})


def copy(x):
    cls = type(x)
    if cls in _atomic or cls is tuple or cls is frozenset:
        return x
    if cls in _containers:
        return cls.copy(x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(x, cls, 'un(shallow)copyable object of type')
    return x if isinstance(reduced, str) else _rebuilt(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    cls = type(x)
    if cls is slice:
        parts = (x.start, x.stop, x.step)
        return slice(*[deepcopy(part, memo) for part in parts])
    if cls in _atomic or issubclass(cls, type):
        made = x
    elif cls in _deep:
        made = _deep[cls](x, memo)
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            made = copier(memo)
        else:
            reduced = _reduced(x, cls, 'un(deep)copyable object of type')
            made = x if isinstance(reduced, str) else _rebuilt(x, memo, *reduced)
    if made is not x:
        memo[id(x)] = made
        # What is being copied must live as long as its id is known.
        memo.setdefault(id(memo), []).append(x)
    return made


def _reduced(x, cls, refusal):
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, '__reduce_ex__', None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, '__reduce__', None)
    if reductor is None:
        raise Error(f'{refusal} {cls}')
    return reductor()


def _deep_list(x, memo):
    made = []
    memo[id(x)] = made
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_tuple(x, memo):
    made = [deepcopy(item, memo) for item in x]
    # The tuple may hold itself.
    if id(x) in memo:
        return memo[id(x)]
    for one, other in zip(x, made):
        if one is not other:
            return tuple(made)
    return x


def _deep_dict(x, memo):
    made = {}
    memo[id(x)] = made
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, _types.MethodType: _deep_method}


def _rebuilt(x, memo, func, args, state=None, items=None, pairs=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    made = func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made
