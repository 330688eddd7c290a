# Objects as bytes and back: protocols 0 to 5. Reading makes instances of the program's own classes
# and of the modules that are there; it is no more careful about where the bytes come from than that.
# https://docs.python.org/3.11/library/pickle.html
import copyreg as _copyreg
import io as _io
import sys as _sys
import types as _types
from _copyreg import pack_double as _pack_double, unpack_double as _unpack_double
from copyreg import dispatch_table, _extension_registry, _inverted_registry

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


for _error in PickleError, PicklingError, UnpicklingError:
    _error.__module__ = '_pickle'

_codes = dict(
    MARK=b'(', STOP=b'.', POP=b'0', POP_MARK=b'1', DUP=b'2', FLOAT=b'F', INT=b'I', BININT=b'J',
    BININT1=b'K', LONG=b'L', BININT2=b'M', NONE=b'N', PERSID=b'P', BINPERSID=b'Q', REDUCE=b'R',
    STRING=b'S', BINSTRING=b'T', SHORT_BINSTRING=b'U', UNICODE=b'V', BINUNICODE=b'X', APPEND=b'a',
    BUILD=b'b', GLOBAL=b'c', DICT=b'd', EMPTY_DICT=b'}', APPENDS=b'e', GET=b'g', BINGET=b'h',
    INST=b'i', LONG_BINGET=b'j', LIST=b'l', EMPTY_LIST=b']', OBJ=b'o', PUT=b'p', BINPUT=b'q',
    LONG_BINPUT=b'r', SETITEM=b's', TUPLE=b't', EMPTY_TUPLE=b')', SETITEMS=b'u', BINFLOAT=b'G',
    PROTO=b'\x80', NEWOBJ=b'\x81', EXT1=b'\x82', EXT2=b'\x83', EXT4=b'\x84', TUPLE1=b'\x85',
    TUPLE2=b'\x86', TUPLE3=b'\x87', NEWTRUE=b'\x88', NEWFALSE=b'\x89', LONG1=b'\x8a',
    LONG4=b'\x8b', BINBYTES=b'B', SHORT_BINBYTES=b'C', SHORT_BINUNICODE=b'\x8c',
    BINUNICODE8=b'\x8d', BINBYTES8=b'\x8e', EMPTY_SET=b'\x8f', ADDITEMS=b'\x90',
    FROZENSET=b'\x91', NEWOBJ_EX=b'\x92', STACK_GLOBAL=b'\x93', MEMOIZE=b'\x94', FRAME=b'\x95',
    BYTEARRAY8=b'\x96', NEXT_BUFFER=b'\x97', READONLY_BUFFER=b'\x98')
globals().update(_codes)
TRUE, FALSE = b'I01\n', b'I00\n'
__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump',
           'dumps', 'load', 'loads', *_codes]

_BATCH = 1000
_dict_items = type({}.items())
# Where protocols before 3 look for what has another name in Python 2.
_old_names = {
    ('builtins', 'int'): ('__builtin__', 'long'), ('builtins', 'str'): ('__builtin__', 'unicode'),
    ('builtins', 'range'): ('__builtin__', 'xrange'),
    ('builtins', 'chr'): ('__builtin__', 'unichr'), ('builtins', 'zip'): ('itertools', 'izip'),
    ('builtins', 'map'): ('itertools', 'imap'), ('builtins', 'filter'): ('itertools', 'ifilter'),
    ('functools', 'reduce'): ('__builtin__', 'reduce')}
_new_names = {old: new for new, old in _old_names.items()}
_old_modules = {'builtins': '__builtin__', 'copyreg': 'copy_reg'}
_new_modules = {'__builtin__': 'builtins', 'copy_reg': 'copyreg', 'exceptions': 'builtins'}


def encode_long(x):
    if x == 0:
        return b''
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, 'little', signed=True)
    if x < 0 and size > 1 and data[-1] == 0xff and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, 'little', signed=True)


class _Stop(Exception):
    pass


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        if buffer_callback is not None and protocol < 5:
            raise ValueError('buffer_callback needs protocol >= 5')
        if not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._file_write = file.write
        self.proto = protocol
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self.memo = {}

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        if not hasattr(self, '_file_write'):
            raise PicklingError('Pickler.__init__() was not called by '
                                f'{self.__class__.__name__}.__init__()')
        self._parts = []
        self.write = self._parts.append
        self.save(obj)
        self.write(STOP)
        body = b''.join(self._parts)
        head = b''
        if self.proto >= 2:
            head = PROTO + bytes([self.proto])
        if self.proto >= 4 and len(body) >= 4:
            head += FRAME + (len(body)).to_bytes(8, 'little')
        self._file_write(head + body)

    def memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        self.memo[id(obj)] = index, obj
        if self.proto >= 4:
            self.write(MEMOIZE)
        elif not self.bin:
            self.write(PUT + str(index).encode() + b'\n')
        elif index < 256:
            self.write(BINPUT + bytes([index]))
        else:
            self.write(LONG_BINPUT + index.to_bytes(4, 'little'))

    def get(self, index):
        if not self.bin:
            return GET + str(index).encode() + b'\n'
        return BINGET + bytes([index]) if index < 256 else LONG_BINGET + index.to_bytes(4, 'little')

    def persistent_id(self, obj):
        return None

    def save(self, obj, save_persistent_id=True):
        if save_persistent_id:
            given = self.persistent_id(obj)
            if given is not None:
                self.save_pers(given)
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(self.get(known[0]))
            return
        reduced = NotImplemented
        override = getattr(self, 'reducer_override', None)
        kind = type(obj)
        saver = self.dispatch.get(kind)
        if override is not None and kind not in _exact:
            reduced = override(obj)
        if reduced is NotImplemented:
            if saver is not None:
                saver(self, obj)
                return
            reduce = getattr(self, 'dispatch_table', dispatch_table).get(kind)
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(kind, type):
                self.save_global(obj)
                return
            else:
                reduce = getattr(obj, '__reduce_ex__', None)
                if reduce is not None:
                    reduced = reduce(self.proto)
                else:
                    reduce = getattr(obj, '__reduce__', None)
                    if reduce is None:
                        raise PicklingError(f"can't pickle '{kind.__name__}' object: {obj!r}")
                    reduced = reduce()
        if isinstance(reduced, str):
            self.save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(reduced) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        self.save_reduce(*reduced, obj=obj)

    def save_pers(self, given):
        if self.bin:
            self.save(given, save_persistent_id=False)
            self.write(BINPERSID)
            return
        text = str(given)
        if not text.isascii():
            raise PicklingError('persistent IDs in protocol 0 must be ASCII strings')
        self.write(PERSID + text.encode() + b'\n')

    def save_reduce(self, func, args, state=None, items=None, pairs=None, setter=None, *,
                    obj=None):
        if not callable(func):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        name = getattr(func, '__name__', '')
        if self.proto >= 2 and name == '__newobj_ex__':
            self.save_new_with_keywords(args)
        elif self.proto >= 2 and name == '__newobj__':
            self.save_new(args, obj)
        else:
            self.save(func)
            self.save(args)
            self.write(REDUCE)
        if obj is not None:
            known = self.memo.get(id(obj))
            if known is not None:
                self.write(POP + self.get(known[0]))
            else:
                self.memoize(obj)
        if items is not None:
            self.batch_appends(items)
        if pairs is not None:
            self.batch_setitems(pairs)
        if state is None:
            return
        if setter is None:
            self.save(state)
            self.write(BUILD)
            return
        self.save(setter)
        self.save(obj)
        self.save(state)
        self.write(TUPLE2 + REDUCE + POP)

    def save_new_with_keywords(self, args):
        cls, args, keywords = args
        if self.proto >= 4:
            self.save(cls)
            self.save(args)
            self.save(keywords)
            self.write(NEWOBJ_EX)
            return
        import functools
        self.save(functools.partial(cls.__new__, cls, *args, **keywords))
        self.save(())
        self.write(REDUCE)

    def save_new(self, args, obj):
        cls = args[0]
        if not hasattr(cls, '__new__'):
            raise PicklingError('args[0] from __newobj__ args has no __new__')
        if obj is not None and cls is not obj.__class__:
            raise PicklingError('args[0] from __newobj__ args has the wrong class')
        self.save(cls)
        self.save(args[1:])
        self.write(NEWOBJ)

    dispatch = {}

    def save_none(self, obj):
        self.write(NONE)
    dispatch[type(None)] = save_none

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(TRUE if obj else FALSE)
    dispatch[bool] = save_bool

    def save_long(self, obj):
        if self.bin:
            if 0 <= obj <= 0xff:
                self.write(BININT1 + bytes([obj]))
                return
            if 0 <= obj <= 0xffff:
                self.write(BININT2 + obj.to_bytes(2, 'little'))
                return
            if -0x80000000 <= obj <= 0x7fffffff:
                self.write(BININT + obj.to_bytes(4, 'little', signed=True))
                return
        elif -0x80000000 <= obj <= 0x7fffffff:
            self.write(INT + repr(obj).encode() + b'\n')
            return
        if self.proto >= 2:
            data = encode_long(obj)
            size = len(data)
            head = LONG1 + bytes([size]) if size < 256 else LONG4 + size.to_bytes(4, 'little', signed=True)
            self.write(head + data)
            return
        self.write(LONG + repr(obj).encode() + b'L\n')
    dispatch[int] = save_long

    def save_float(self, obj):
        if self.bin:
            self.write(BINFLOAT + _pack_double(obj))
        else:
            self.write(FLOAT + repr(obj).encode() + b'\n')
    dispatch[float] = save_float

    def save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self.save_reduce(bytes, (), obj=obj)
            else:
                import codecs
                self.save_reduce(codecs.encode, (str(obj, 'latin1'), 'latin1'), obj=obj)
            return
        size = len(obj)
        if size <= 0xff:
            self.write(SHORT_BINBYTES + bytes([size]) + obj)
        elif size > 0xffffffff and self.proto >= 4:
            self.write(BINBYTES8 + size.to_bytes(8, 'little') + obj)
        else:
            self.write(BINBYTES + size.to_bytes(4, 'little') + obj)
        self.memoize(obj)
    dispatch[bytes] = save_bytes

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self.write(BYTEARRAY8 + (len(obj)).to_bytes(8, 'little') + bytes(obj))
        self.memoize(obj)
    dispatch[bytearray] = save_bytearray

    def save_str(self, obj):
        if self.bin:
            data = obj.encode('utf-8', 'surrogatepass')
            size = len(data)
            if size <= 0xff and self.proto >= 4:
                self.write(SHORT_BINUNICODE + bytes([size]) + data)
            else:
                self.write(BINUNICODE + size.to_bytes(4, 'little') + data)
        else:
            for char, escape in (('\\', '\\u005c'), ('\0', '\\u0000'), ('\n', '\\u000a'),
                                 ('\r', '\\u000d'), ('\x1a', '\\u001a')):
                obj_text = obj if char == '\\' else obj_text
                obj_text = obj_text.replace(char, escape)
            self.write(UNICODE + obj_text.encode('raw-unicode-escape') + b'\n')
        self.memoize(obj)
    dispatch[str] = save_str

    def save_tuple(self, obj):
        if not obj:
            self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        size = len(obj)
        small = size <= 3 and self.proto >= 2
        if not small:
            self.write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            # The tuple holds itself, and has been made on the way.
            if small:
                self.write(POP * size + self.get(known[0]))
            else:
                self.write((POP_MARK if self.bin else POP * (size + 1)) + self.get(known[0]))
            return
        self.write({1: TUPLE1, 2: TUPLE2, 3: TUPLE3}[size] if small else TUPLE)
        self.memoize(obj)
    dispatch[tuple] = save_tuple

    def save_list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self.batch_appends(obj)
    dispatch[list] = save_list

    def batch_appends(self, items):
        alone = not (self.bin and type(items) is list and len(items) > 1)
        for batch in _batches(items) if self.bin else ([item] for item in items):
            if alone and len(batch) == 1:
                self.save(batch[0])
                self.write(APPEND)
                continue
            self.write(MARK)
            for item in batch:
                self.save(item)
            self.write(APPENDS)

    def save_dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self.batch_setitems(obj.items())
    dispatch[dict] = save_dict

    def batch_setitems(self, pairs):
        alone = not (self.bin and type(pairs) is _dict_items and len(pairs) > 1)
        for batch in _batches(pairs) if self.bin else ([pair] for pair in pairs):
            many = len(batch) > 1 or not alone
            if many:
                self.write(MARK)
            for key, value in batch:
                self.save(key)
                self.save(value)
            self.write(SETITEMS if many else SETITEM)

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(EMPTY_SET)
        self.memoize(obj)
        for batch in _batches(obj):
            self.write(MARK)
            for item in batch:
                self.save(item)
            self.write(ADDITEMS)
    dispatch[set] = save_set

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(POP_MARK + self.get(known[0]))
            return
        self.write(FROZENSET)
        self.memoize(obj)
    dispatch[frozenset] = save_frozenset

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None) or obj.__name__
        module = whichmodule(obj, name)
        try:
            __import__(module)
            found, parent = _by_path(_sys.modules[module], name)
        except (ImportError, KeyError, AttributeError):
            raise PicklingError(f"Can't pickle {obj!r}: {_why_not(module, name)}") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as "
                                f'{module}.{name}')
        code = _extension_registry.get((module, name)) if self.proto >= 2 else None
        if code is not None:
            if code <= 0xff:
                self.write(EXT1 + bytes([code]))
            elif code <= 0xffff:
                self.write(EXT2 + code.to_bytes(2, 'little'))
            else:
                self.write(EXT4 + code.to_bytes(4, 'little', signed=True))
            return
        if (module, name) == ('codecs', 'encode'):
            module = '_codecs'
        if self.proto >= 4:
            self.save(module)
            self.save(name)
            self.write(STACK_GLOBAL)
        elif '.' in name:
            # Older protocols reach inside a class by getattr.
            self.save_reduce(getattr, (parent, name.rpartition('.')[2]))
        else:
            if self.fix_imports:
                old = _old_modules.get(module, module)
                if module == 'builtins' and isinstance(obj, type) and issubclass(
                        obj, BaseException):
                    old = 'exceptions'
                module, name = _old_names.get((module, name), (old, name))
            try:
                self.write(GLOBAL + f'{module}\n{name}\n'.encode(
                    'utf-8' if self.proto >= 3 else 'ascii'))
            except UnicodeEncodeError:
                raise PicklingError(f"can't pickle global identifier '{module}.{name}' using "
                                    f'pickle protocol {self.proto}') from None
        self.memoize(obj)

    def save_type(self, obj):
        for value in None, NotImplemented, ...:
            if obj is type(value):
                self.save_reduce(type, (value,), obj=obj)
                return
        self.save_global(obj)
    dispatch[type] = save_type
    dispatch[_types.FunctionType] = save_global

    def save_builtin(self, obj):
        # A method of ours that is bound to a value is got from the value again.
        owner = getattr(obj, '__self__', None)
        if owner is None or isinstance(owner, _types.ModuleType):
            self.save_global(obj)
        else:
            self.save_reduce(getattr, (owner, obj.__name__), obj=obj)
    dispatch[_types.BuiltinFunctionType] = save_builtin

    def save_method(self, obj):
        self.save_reduce(getattr, (obj.__self__, obj.__func__.__name__), obj=obj)
    dispatch[_types.MethodType] = save_method

    def save_constant(self, obj):
        self.save_global(obj, 'Ellipsis' if obj is ... else 'NotImplemented')
    dispatch[type(...)] = save_constant
    dispatch[type(NotImplemented)] = save_constant


_exact = frozenset({type(None), bool, int, float, bytes, bytearray, str, tuple, list, dict, set,
                    frozenset})


def _batches(items):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _by_path(obj, name):
    parent = None
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local attribute {name!r} on {obj!r}")
        try:
            parent, obj = obj, getattr(obj, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {obj!r}") from None
    return obj, parent


def _why_not(module, name):
    if module not in _sys.modules:
        return f"import of module {module!r} failed"
    return f'attribute lookup {name} on {module} failed'


def whichmodule(obj, name):
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    for known, loaded in _sys.modules.copy().items():
        if known in ('__main__', '__mp_main__') or loaded is None:
            continue
        try:
            if _by_path(loaded, name)[0] is obj:
                return known
        except AttributeError:
            pass
    return '__main__'


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        if not hasattr(file, 'read') or not hasattr(file, 'readline'):
            raise TypeError("file must have 'read', 'readinto' and 'readline' attributes")
        self._read = file.read
        self._readline = file.readline
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def load(self):
        if not hasattr(self, '_read'):
            raise UnpicklingError('Unpickler.__init__() was not called by '
                                  f'{self.__class__.__name__}.__init__()')
        self.stack = []
        self.marks = []
        try:
            while True:
                code = self._read(1)
                if not code:
                    raise EOFError('Ran out of input')
                action = _actions.get(code)
                if action is None:
                    shown = code.decode('latin1') if 32 <= code[0] < 127 else f'\\x{code[0]:02x}'
                    raise UnpicklingError(f"invalid load key, '{shown}'.")
                if len(self.stack) < _needs.get(code, 0):
                    if self.marks:
                        raise UnpicklingError('unexpected MARK found')
                    raise UnpicklingError('unpickling stack underflow')
                action(self)
        except _Stop as stop:
            return stop.args[0]

    def read(self, size):
        data = self._read(size)
        if len(data) < size:
            raise UnpicklingError('pickle data was truncated')
        return data

    def line(self):
        data = self._readline()
        if not data.endswith(b'\n'):
            raise UnpicklingError('pickle data was truncated')
        return data[:-1]

    def number(self, size, signed=False):
        return int.from_bytes(self.read(size), 'little', signed=signed)

    def pop_mark(self):
        if not self.marks:
            raise UnpicklingError('could not find MARK')
        items = self.stack
        self.stack = self.marks.pop()
        return items

    def persistent_load(self, pid):
        raise UnpicklingError('A load persistent id instruction was encountered, but no '
                              'persistent_load function was specified.')

    def find_class(self, module, name):
        if self.proto < 3 and self.fix_imports:
            module, name = _new_names.get(
                (module, name), (_new_modules.get(module, module), name))
        if module == '_codecs':
            module = 'codecs'
        __import__(module)
        if self.proto >= 4:
            return _by_path(_sys.modules[module], name)[0]
        try:
            return getattr(_sys.modules[module], name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on "
                                 f'{_sys.modules[module]!r}') from None

    def get_extension(self, code):
        key = _inverted_registry.get(code)
        if key is None:
            if code <= 0:
                raise UnpicklingError('EXT specifies code <= 0')
            raise ValueError(f'unregistered extension code {code}')
        self.stack.append(self.find_class(*key))

    def instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
            return cls(*args)
        return cls.__new__(cls)

    def build(self):
        state = self.stack.pop()
        made = self.stack[-1]
        setstate = getattr(made, '__setstate__', None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            if not isinstance(state, dict):
                raise UnpicklingError('state is not a dictionary')
            made.__dict__.update(state)
        if slots:
            for name, value in slots.items():
                setattr(made, name, value)

    def append_all(self, items):
        made = self.stack[-1]
        if type(made) is list:
            made.extend(items)
            return
        extend = getattr(made, 'extend', None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                made.append(item)

    def set_all(self, items):
        made = self.stack[-1]
        for i in range(0, len(items), 2):
            made[items[i]] = items[i + 1]

    def text(self, data):
        if self.encoding == 'bytes':
            return data
        return data.decode(self.encoding, self.errors)

    def remember(self, index):
        self.memo[index] = self.stack[-1]

    def recall(self, index):
        try:
            self.stack.append(self.memo[index])
        except KeyError:
            raise UnpicklingError(f'Memo value not found at index {index}') from None


def _on(code):
    def note(action):
        _actions[code] = action
        return action
    return note


_actions = {}
# How many values an instruction finds on the stack.
_needs = {BUILD: 2, APPEND: 2, SETITEM: 3, TUPLE1: 1, TUPLE2: 2, TUPLE3: 3, REDUCE: 2, NEWOBJ: 2,
          NEWOBJ_EX: 3, STACK_GLOBAL: 2, STOP: 1, DUP: 1, BINPERSID: 1, PUT: 1, BINPUT: 1,
          LONG_BINPUT: 1, MEMOIZE: 1}


def _push(code, make):
    def push(self):
        made = make(self)
        self.stack.append(made)
    _actions[code] = push


_push(NONE, lambda self: None)
_push(NEWTRUE, lambda self: True)
_push(NEWFALSE, lambda self: False)
_push(BININT, lambda self: self.number(4, True))
_push(BININT1, lambda self: self.read(1)[0])
_push(BININT2, lambda self: self.number(2))
_push(BINFLOAT, lambda self: _unpack_double(self.read(8)))
_push(FLOAT, lambda self: float(self.line()))
_push(LONG, lambda self: int(self.line().rstrip(b'L')))
_push(LONG1, lambda self: decode_long(self.read(self.read(1)[0])))
_push(EMPTY_LIST, lambda self: [])
_push(EMPTY_TUPLE, lambda self: ())
_push(EMPTY_DICT, lambda self: {})
_push(EMPTY_SET, lambda self: set())
_push(LIST, lambda self: self.pop_mark())
_push(TUPLE, lambda self: tuple(self.pop_mark()))
_push(FROZENSET, lambda self: frozenset(self.pop_mark()))
_push(UNICODE, lambda self: self.line().decode('raw-unicode-escape'))
_push(BINUNICODE, lambda self: self.read(self.number(4)).decode('utf-8', 'surrogatepass'))
_push(SHORT_BINUNICODE, lambda self: self.read(self.read(1)[0]).decode('utf-8', 'surrogatepass'))
_push(BINUNICODE8, lambda self: self.read(self.number(8)).decode('utf-8', 'surrogatepass'))
_push(BINBYTES, lambda self: self.read(self.number(4)))
_push(SHORT_BINBYTES, lambda self: self.read(self.read(1)[0]))
_push(BINBYTES8, lambda self: self.read(self.number(8)))
_push(BYTEARRAY8, lambda self: bytearray(self.read(self.number(8))))
_push(BINSTRING, lambda self: self.text(self.read(self.number(4, True))))
_push(SHORT_BINSTRING, lambda self: self.text(self.read(self.read(1)[0])))
_push(DUP, lambda self: self.stack[-1])
_push(GLOBAL, lambda self: self.find_class(self.line().decode(), self.line().decode()))
_push(PERSID, lambda self: self.persistent_load(self.line().decode('ascii')))
_push(BINPERSID, lambda self: self.persistent_load(self.stack.pop()))
_push(TUPLE1, lambda self: (self.stack.pop(),))
_actions[EXT1] = lambda self: self.get_extension(self.read(1)[0])
_actions[EXT2] = lambda self: self.get_extension(self.number(2))
_actions[EXT4] = lambda self: self.get_extension(self.number(4, True))
_actions[PUT] = lambda self: self.remember(int(self.line()))
_actions[BINPUT] = lambda self: self.remember(self.read(1)[0])
_actions[LONG_BINPUT] = lambda self: self.remember(self.number(4))
_actions[MEMOIZE] = lambda self: self.remember(len(self.memo))
_actions[GET] = lambda self: self.recall(int(self.line()))
_actions[BINGET] = lambda self: self.recall(self.read(1)[0])
_actions[LONG_BINGET] = lambda self: self.recall(self.number(4))
_actions[BUILD] = Unpickler.build
_actions[POP_MARK] = Unpickler.pop_mark
_actions[APPENDS] = lambda self: self.append_all(self.pop_mark())
_actions[SETITEMS] = lambda self: self.set_all(self.pop_mark())


@_on(PROTO)
def _protocol(self):
    version = self.read(1)[0]
    if version > HIGHEST_PROTOCOL:
        raise ValueError(f'unsupported pickle protocol: {version}')
    self.proto = version


@_on(FRAME)
def _frame(self):
    self.number(8)


@_on(INT)
def _int(self):
    data = self.line()
    self.stack.append(data == b'01' if data in (b'00', b'01') else int(data, 0))


@_on(LONG4)
def _long4(self):
    size = self.number(4, True)
    if size < 0:
        raise UnpicklingError('LONG pickle has negative byte count')
    self.stack.append(decode_long(self.read(size)))


@_on(STRING)
def _string(self):
    data = self.line()
    if len(data) < 2 or data[:1] != data[-1:] or data[:1] not in b'"\'':
        raise UnpicklingError('the STRING opcode argument must be quoted')
    import codecs
    self.stack.append(self.text(codecs.escape_decode(data[1:-1])[0]))


@_on(MARK)
def _mark(self):
    self.marks.append(self.stack)
    self.stack = []


@_on(STOP)
def _stop(self):
    raise _Stop(self.stack.pop())


@_on(POP)
def _pop(self):
    if self.stack:
        self.stack.pop()
    else:
        self.pop_mark()


@_on(TUPLE2)
def _tuple2(self):
    self.stack[-2:] = [(self.stack[-2], self.stack[-1])]


@_on(TUPLE3)
def _tuple3(self):
    self.stack[-3:] = [(self.stack[-3], self.stack[-2], self.stack[-1])]


@_on(DICT)
def _dict(self):
    items = self.pop_mark()
    self.stack.append({items[i]: items[i + 1] for i in range(0, len(items), 2)})


@_on(APPEND)
def _append(self):
    value = self.stack.pop()
    self.append_all([value])


@_on(SETITEM)
def _setitem(self):
    value = self.stack.pop()
    key = self.stack.pop()
    self.stack[-1][key] = value


@_on(ADDITEMS)
def _additems(self):
    items = self.pop_mark()
    made = self.stack[-1]
    if isinstance(made, set):
        made.update(items)
    else:
        for item in items:
            made.add(item)


@_on(INST)
def _inst(self):
    cls = self.find_class(self.line().decode('ascii'), self.line().decode('ascii'))
    self.stack.append(self.instantiate(cls, self.pop_mark()))


@_on(OBJ)
def _obj(self):
    cls, *args = self.pop_mark()
    self.stack.append(self.instantiate(cls, args))


@_on(NEWOBJ)
def _newobj(self):
    args = self.stack.pop()
    cls = self.stack.pop()
    self.stack.append(cls.__new__(cls, *args))


@_on(NEWOBJ_EX)
def _newobj_ex(self):
    keywords = self.stack.pop()
    args = self.stack.pop()
    cls = self.stack.pop()
    self.stack.append(cls.__new__(cls, *args, **keywords))


@_on(STACK_GLOBAL)
def _stack_global(self):
    name = self.stack.pop()
    module = self.stack.pop()
    if type(name) is not str or type(module) is not str:
        raise UnpicklingError('STACK_GLOBAL requires str')
    self.stack.append(self.find_class(module, name))


@_on(REDUCE)
def _reduce(self):
    args = self.stack.pop()
    func = self.stack.pop()
    self.stack.append(func(*args))


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = _Bytes()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.data


class _Bytes:
    def write(self, data):
        self.data = data


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(_io.BytesIO(data), fix_imports=fix_imports, encoding=encoding,
                     errors=errors).load()


_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
