class auto:
    def __init__(self, value=None):
        self.value = value

class nonmember:
    def __init__(self, value):
        self.value = value

class member:
    def __init__(self, value):
        self.value = value

def _is_descriptor(value):
    return hasattr(type(value), '__get__') or hasattr(type(value), '__set__') or hasattr(type(value), '__delete__')

def _is_dunder(name):
    return len(name) > 4 and name.startswith('__') and name.endswith('__')

def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'

class _EnumDict(dict):
    def __init__(self, cls_name):
        super().__init__()
        self._member_names = []
        self._last_values = []
        self._cls_name = cls_name
        self._ignore = []
        self._generate = None

    def __setitem__(self, key, value):
        if _is_sunder(key):
            if key == '_generate_next_value_':
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            super().__setitem__(key, value)
            return
        if _is_dunder(key) or key in self._ignore:
            super().__setitem__(key, value)
            return
        if key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        if isinstance(value, nonmember):
            super().__setitem__(key, value.value)
            return
        if isinstance(value, member):
            value = value.value
        elif _is_descriptor(value) and not isinstance(value, auto):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            super().__setitem__(key, value)
            return
        elif key.startswith(f'_{self._cls_name}__'):
            super().__setitem__(key, value)
            return
        if isinstance(value, auto):
            if value.value is None:
                value.value = self._next(key)
            value = value.value
        elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            value = tuple(self._next(key) if isinstance(item, auto) else item for item in value)
        self._member_names.append(key)
        self._last_values.append(value)
        super().__setitem__(key, value)

    def _next(self, key):
        generate = self._generate or _next_number
        return generate(key, 1, len(self._member_names), self._last_values[:])

def _next_number(name, start, count, last_values):
    if not last_values:
        return start
    try:
        return sorted(last_values)[-1] + 1
    except TypeError:
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **keywords):
        names = _EnumDict(cls)
        for base in bases:
            generate = getattr(base, '_generate_next_value_', None)
            if generate is not None:
                names._generate = generate
                break
        return names

    def __new__(metacls, cls, bases, classdict, **keywords):
        member_names = getattr(classdict, '_member_names', [])
        values = {name: classdict[name] for name in member_names}
        body = {name: value for name, value in classdict.items() if name not in values}
        for base in bases:
            if getattr(base, '_member_names_', None):
                first = repr(base)
                raise TypeError(f'{cls} cannot extend {first}')
        for ignored in getattr(classdict, '_ignore', []):
            body.pop(ignored, None)
        body.pop('_ignore_', None)
        generate = body.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            body['_generate_next_value_'] = staticmethod(generate)
        derived = any(isinstance(base, EnumType) for base in bases)
        new_given = body.pop('__new__', None) if derived else None
        made = super().__new__(metacls, cls, bases, body, **keywords)
        made._member_names_ = []
        made._member_map_ = {}
        made._value2member_map_ = {}
        made._unhashable_values_ = []
        data_type = metacls._data_type(made)
        made._member_type_ = data_type
        if derived and data_type is not object:
            metacls._prefer_own(made, body, bases[-1], data_type)
        if new_given is not None:
            made.__new_member__ = staticmethod(new_given)
        creator = getattr(made, '__new_member__', None)
        for name, value in values.items():
            args = value if isinstance(value, tuple) else (value,)
            if data_type is tuple:
                args = (args,)
            if creator is not None:
                item = creator(made, *args)
                if not hasattr(item, '_value_'):
                    item._value_ = value if data_type is object else data_type(*args)
            elif data_type is object:
                item = object.__new__(made)
                item._value_ = value
            else:
                item = data_type.__new__(made, *args)
                item._value_ = data_type(*args)
            value = item._value_
            item._name_ = name
            item.__objclass__ = made
            if data_type is not object or '__init__' in body or made.__init__ is not object.__init__:
                item.__init__(*args)
            same = None
            for known in made._member_map_.values():
                if known._value_ == value:
                    same = known
                    break
            if same is not None:
                item = same
            else:
                item._sort_order_ = len(made._member_names_)
                made._member_names_.append(name)
            made._member_map_[name] = item
            type.__setattr__(made, name, item)
            try:
                made._value2member_map_.setdefault(value, item)
            except TypeError:
                made._unhashable_values_.append(value)
        if issubclass(made, _flag_base()):
            metacls._finish_flag(made)
        return made

    @staticmethod
    def _data_type(cls):
        for base in cls.__mro__[1:]:
            if base is object:
                continue
            if isinstance(base, EnumType):
                found = base.__dict__.get('_member_type_', object)
                if found is not object:
                    return found
                continue
            if '__new__' in base.__dict__ or base in (int, str, float, bytes, tuple, complex, frozenset):
                return base
        return object

    @staticmethod
    def _finish_flag(cls):
        mask = 0
        for item in cls._member_map_.values():
            if isinstance(item._value_, int):
                mask |= item._value_
        cls._flag_mask_ = mask
        cls._member_names_ = [name for name in cls._member_names_
                              if isinstance(cls._member_map_[name]._value_, int)
                              and cls._member_map_[name]._value_ > 0
                              and cls._member_map_[name]._value_ & (cls._member_map_[name]._value_ - 1) == 0]

    @staticmethod
    def _prefer_own(made, body, enumeration, data_type):
        for name in ('__repr__', '__str__', '__format__'):
            if name in body:
                continue
            found = getattr(made, name)
            if found is getattr(data_type, name) or found is getattr(object, name):
                type.__setattr__(made, name, getattr(enumeration, name))

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None:
            return Enum.__new__(cls, value)
        return cls._create_(value, names, type=type, start=start)

    def _create_(cls, class_name, names, *, type=None, start=1):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, dict):
            items = list(names.items())
        else:
            names = list(names)
            if names and isinstance(names[0], str):
                last = []
                items = []
                for i, name in enumerate(names):
                    value = (classdict._generate or _next_number)(name, start, i, last[:])
                    last.append(value)
                    items.append((name, value))
            else:
                items = names
        for name, value in items:
            classdict[name] = value
        return metacls.__new__(metacls, class_name, bases, classdict)

    def __bool__(cls):
        return True

    def __contains__(cls, item):
        if isinstance(item, cls):
            return True
        try:
            return item in cls._value2member_map_
        except TypeError:
            return item in cls._unhashable_values_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __repr__(cls):
        kind = 'flag' if issubclass(cls, _flag_base()) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

EnumMeta = EnumType

_flag = []

def _flag_base():
    return _flag[0] if _flag else _NoFlag

class _NoFlag:
    pass

class property(property):
    def __get__(self, instance, owner=None):
        if instance is None:
            name = self.fget.__name__
            if name in owner._member_map_:
                return owner._member_map_[name]
            raise AttributeError(f'{owner!r} has no attribute {name!r}')
        return self.fget(instance)

DynamicClassAttribute = property

class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        if result is not None:
            raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')

    def __init__(self, *args, **keywords):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _next_number(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

class ReprEnum(Enum):
    pass

class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, format_spec):
        return int.__format__(self._value_, format_spec)

    def __hash__(self):
        return hash(self._value_)

class StrEnum(str, ReprEnum):
    def __str__(self):
        return str.__str__(self._value_)

    def __format__(self, format_spec):
        return str.__format__(self._value_, format_spec)

    def __hash__(self):
        return hash(self._value_)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if value < 0:
            value = cls._flag_mask_ + 1 + value
        if value & ~cls._flag_mask_ and not issubclass(cls, int):
            width = max(value.bit_length(), cls._flag_mask_.bit_length())
            def bits(number):
                return f'0b0 {number:0{width}b}'
            raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bits(value)}\n  allowed {bits(cls._flag_mask_)}')
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        made.__objclass__ = cls
        parts = [m for m in cls if m._value_ & value]
        made._name_ = '|'.join(m._name_ for m in parts) or None
        cls._value2member_map_[value] = made
        return made

    def __iter__(self):
        return (m for m in self.__class__ if m._value_ & self._value_)

    def __len__(self):
        return bin(self._value_).count('1')

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __repr__(self):
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {self._value_}>'
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _combine(self, other, way):
        if isinstance(other, self.__class__):
            other = other._value_
        elif not (self._member_type_ is not object and isinstance(other, self._member_type_)):
            return NotImplemented
        return self.__class__(way(self._value_, other))

    def __or__(self, other):
        return self._combine(other, lambda a, b: a | b)

    def __and__(self, other):
        return self._combine(other, lambda a, b: a & b)

    def __xor__(self, other):
        return self._combine(other, lambda a, b: a ^ b)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return self.__class__(self._flag_mask_ & ~self._value_)

    def __hash__(self):
        return hash(self._value_)

_flag.append(Flag)

class IntFlag(int, ReprEnum, Flag):
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __bool__ = Flag.__bool__
    __repr__ = Flag.__repr__

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, format_spec):
        return int.__format__(self._value_, format_spec)

def unique(enumeration):
    duplicates = [(alias, item._name_) for alias, item in enumeration._member_map_.items() if alias != item._name_]
    if duplicates:
        details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration

def global_enum(cls, update_str=False):
    return cls
