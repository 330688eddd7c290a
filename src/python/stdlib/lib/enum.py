# Enumerations: classes whose attributes are their only instances.
# https://docs.python.org/3.11/library/enum.html
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum',
           'auto', 'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT',
           'CONFORM', 'EJECT', 'KEEP', 'global_flag_repr', 'global_enum_repr', 'global_str',
           'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE']

# Made below; while they are not, the classes being made are these themselves.
Enum = Flag = EJECT = ReprEnum = _stdlib_enums = None
_bin = bin
_plain_property = property


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_'
            and name[-3] != '_')


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_')


def _is_private(cls_name, name):
    prefix = f'_{cls_name}__'
    return (len(name) > len(prefix) and name.startswith(prefix) and name[len(prefix)] != '_'
            and (name[-1] != '_' or name[-2] != '_'))


def _is_internal_class(cls_name, obj):
    # A class that the body of an enumeration defines.
    qualname = getattr(obj, '__qualname__', '')
    return qualname == f'{cls_name}.{getattr(obj, "__name__", "")}' or qualname.endswith(
        f'.{cls_name}.{getattr(obj, "__name__", "")}')


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _high_bit(value):
    return value.bit_length() - 1


def _iter_bits_lsb(num):
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError(f'{num!r} is not a positive integer')
    while num:
        bit = num & -num
        yield bit
        num -= bit


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    # Two's complement with the sign apart: 0b1 1010 is -6.
    ceiling = 2 ** num.bit_length()
    text = _bin(num + ceiling if num >= 0 else ~num ^ (ceiling - 1) + ceiling)
    sign, digits = text[:3], text[3:]
    if num < 0:
        sign = '0b1'
    elif num >= 0:
        sign = '0b0'
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


class _Unset:
    def __repr__(self):
        return '_auto_null'


_auto_null = _Unset()


class auto:
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class property(DynamicClassAttribute):
    # What members have besides being members: `name` is an attribute of them, and may be a member.
    fget = None
    member = None

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        super().__init__(fget, fset, fdel, doc)
        self.member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        if self.fget is not None:
            return self.fget(instance)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}') from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'{self.clsname} cannot set attribute {self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'{self.clsname} cannot delete attribute {self.name!r}')
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = repr(ownerclass)


class _proto_member:
    # Stands in the body for a member; the class's making tells it to become one.
    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, name):
        type.__delattr__(enum_class, name)
        item = self.made(enum_class)
        item._name_ = name
        item.__objclass__ = enum_class
        item.__init__(*self.arguments(enum_class))
        item._sort_order_ = len(enum_class._member_names_)
        value = item._value_
        known = _member_of_value(enum_class, value)
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if known is not None:
            item = known
        elif not is_flag:
            enum_class._member_names_.append(name)
        elif isinstance(value, int) and _is_single_bit(value):
            enum_class._member_names_.append(name)
        self.install(enum_class, name, item)
        enum_class._member_map_[name] = item
        try:
            enum_class._value2member_map_.setdefault(value, item)
        except TypeError:
            enum_class._unhashable_values_.append(value)
        if is_flag and isinstance(value, int):
            if _is_single_bit(value):
                enum_class._flag_mask_ |= value
            bits = max(value.bit_length(), enum_class._all_bits_.bit_length())
            enum_class._all_bits_ = 2 ** bits - 1

    def arguments(self, enum_class):
        if enum_class._member_type_ is tuple or not isinstance(self.value, tuple):
            return (self.value,)
        return self.value

    def made(self, enum_class):
        args = self.arguments(enum_class)
        create = enum_class._new_member_
        item = create(enum_class, *args) if enum_class._use_args_ else create(enum_class)
        if not hasattr(item, '_value_'):
            if enum_class._member_type_ is object:
                item._value_ = self.value
            else:
                try:
                    item._value_ = enum_class._member_type_(*args)
                except Exception as error:
                    told = TypeError('_value_ not set in __new__, unable to create it')
                    told.__cause__ = error
                    raise told
        return item

    def install(self, enum_class, name, item):
        # A property of the same name in a base goes on to be seen on members.
        for base in enum_class.__mro__[1:]:
            found = base.__dict__.get(name)
            if found is None:
                continue
            if isinstance(found, (property, DynamicClassAttribute)) or hasattr(found, 'fget'):
                redirect = property()
                redirect.member = item
                redirect.fget = found.fget
                redirect.fset = found.fset
                redirect.fdel = found.fdel
                redirect.__set_name__(enum_class, name)
                type.__setattr__(enum_class, name, redirect)
                return
            break
        type.__setattr__(enum_class, name, item)


def _member_of_value(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for item in enum_class._member_map_.values():
            if item._value_ == value:
                return item
    return None


_SUNDERS = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
            '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_')


class _EnumDict(dict):
    # The namespace of an enumeration's body: it finds out which names are members.
    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = None

    def __setitem__(self, key, value):
        if isinstance(value, type) and self._cls_name is not None and _is_internal_class(
                self._cls_name, value):
            self._warn_internal(key)
            self._add_member(key, value)
            return
        reserved = key[:1] == '_'
        if reserved and self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif reserved and _is_sunder(key):
            value = self._sunder(key, value)
        elif reserved and _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member):
            self._add_member(key, value.value)
            return
        elif not _is_descriptor(value):
            self._add_member(key, value)
            return
        super().__setitem__(key, value)

    def _warn_internal(self, key):
        import warnings
        warnings.warn(
            'In 3.13 classes created inside an enum will not become a member.  '
            'Use the `member` decorator to keep the current behavior.',
            DeprecationWarning, stacklevel=3)

    def _sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            generate = value.__func__ if isinstance(value, staticmethod) else value
            self._generate_next_value = generate
        elif key == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        return value

    def _add_member(self, key, value):
        if key in self:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        keep = True
        if isinstance(value, auto):
            keep = value.value is not _auto_null
            value = self._valued(key, value)
        elif type(value) is tuple and any(isinstance(item, auto) for item in value):
            value = tuple(self._valued(key, item) if isinstance(item, auto) else item
                          for item in value)
        elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            value = type(value)(*[self._valued(key, item) if isinstance(item, auto) else item
                                  for item in value])
        self._member_names[key] = None
        if keep:
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _valued(self, key, value):
        if value.value is _auto_null:
            value.value = self._generate_next_value(key, 1, len(self._member_names),
                                                    self._last_values[:])
            self._auto_called = True
            self._last_values.append(value.value)
        return value.value

    def update(self, members, **more):
        names = members.keys() if hasattr(members, 'keys') else None
        for name, value in ([(n, members[n]) for n in names] if names is not None else members):
            self[name] = value
        for name, value in more.items():
            self[name] = value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        body = _EnumDict()
        body._cls_name = cls
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            body['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault('_ignore_', []).append('_ignore_')
        for name in classdict['_ignore_']:
            classdict.pop(name, None)
        names = classdict._member_names
        invalid = set(names) & {'mro', ''}
        if invalid:
            shown = ','.join(repr(name) for name in invalid)
            raise ValueError(f'invalid enum member name(s) {shown}')
        order = classdict.pop('_order_', None)
        generate = classdict.get('_generate_next_value_')
        if generate is not None and type(generate) is not staticmethod:
            dict.__setitem__(classdict, '_generate_next_value_', staticmethod(generate))
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        create, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        own = {'_new_member_': create, '_use_args_': use_args, '_member_names_': [],
               '_member_map_': {}, '_value2member_map_': {}, '_unhashable_values_': [],
               '_member_type_': member_type,
               '_value_repr_': metacls._find_data_repr_(cls, bases)}
        if Flag is None or first_enum is not None and issubclass(first_enum, Flag):
            own['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
            own.update(_flag_mask_=0, _all_bits_=0, _inverted_=None)
        for name, value in own.items():
            dict.__setitem__(classdict, name, value)
        for name in names:
            dict.__setitem__(classdict, name, _proto_member(classdict[name]))
        failed = None
        try:
            made = super().__new__(metacls, cls, bases, classdict, **kwds)
        except RuntimeError as error:
            failed = error.__cause__ or error
        if failed is not None:
            raise failed
        metacls._prefer_enum_(made, classdict, first_enum, member_type)
        if Enum is not None:
            if save_new:
                type.__setattr__(made, '__new_member__', create)
            type.__setattr__(made, '__new__', Enum.__new__)
        if Flag is not None and issubclass(made, Flag):
            metacls._finish_flag_(made)
        if order is not None:
            metacls._check_order_(made, order)
        return made

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    @staticmethod
    def _prefer_enum_(made, body, first_enum, member_type):
        # A data type's methods don't hide what enumerations do.
        if ReprEnum is not None and ReprEnum in made.__bases__:
            if '__format__' not in body:
                made.__format__ = member_type.__format__
            if '__str__' not in body:
                method = member_type.__str__
                made.__str__ = member_type.__repr__ if method is object.__str__ else method
        if first_enum is None:
            return
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            own = getattr(first_enum, name)
            found = getattr(made, name)
            if found is own or name in body or name in made.__dict__:
                continue
            if found in (getattr(member_type, name), getattr(object, name)):
                setattr(made, name, own)
        if Flag is not None and issubclass(made, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__',
                         '__invert__'):
                if name not in body:
                    setattr(made, name, getattr(Flag, name))

    @staticmethod
    def _finish_flag_(made):
        # Flags are iterated by value where they are not defined in that order.
        values = [made._member_map_[name]._value_ for name in made._member_names_]
        if sorted(values) != values:
            made._iter_member_ = made._iter_member_by_def_

    @staticmethod
    def _check_order_(made, order):
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        names = made._member_names_
        if Flag is not None and issubclass(made, Flag):
            def canonical(name):
                item = made._member_map_.get(name)
                return (item is None or item._name_ == name and isinstance(item._value_, int)
                        and _is_single_bit(item._value_))
            order = [name for name in order if canonical(name)]
        else:
            order = [name for name in order
                     if name not in made._member_map_ or made._member_map_[name]._name_ == name]
        if order != names:
            raise TypeError(f'member order does not match _order_:\n  {order!r}\n  {names!r}')

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn(
                'in 3.12 __contains__ will no longer raise TypeError, but will return True or\n'
                'False depending on whether the value is a member or the value of a member',
                DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(member).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __dir__(cls):
        shown = set(['__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__',
                     '__members__', '__module__', '__name__', '__qualname__']
                    + cls._member_names_)
        if cls._new_member_ is not object.__new__:
            shown.add('__new__')
        if cls.__init_subclass__ is not Enum.__init_subclass__:
            shown.add('__init_subclass__')
        shown.add('__init_subclass__')
        if cls._member_type_ is object:
            return sorted(shown)
        return sorted(set(dir(cls._member_type_)) | shown)

    def __getattr__(cls, name):
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return cls._member_map_[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_plain_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, last = names, [], []
            for count, name in enumerate(given):
                value = first_enum._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            body[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            _make_class_unpicklable(body)
        else:
            body['__module__'] = module
        if qualname is not None:
            body['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        module_globals = sys.modules[module].__dict__
        source = module_globals if source is None else source.__dict__
        members = [(key, value) for key, value in source.items() if filter(key)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            members.sort(key=lambda pair: pair[0])
        body = {key: value for key, value in members}
        made = cls(name, body, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        module_globals[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'{_shown(class_name, base)} cannot extend {base!r}')

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        # The data type of the members, and the enumeration that is derived from.
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if len(bases) == 1 and isinstance(first_enum, EnumType) and not first_enum._member_names_:
            # It has looked through its own bases already.
            return first_enum._member_type_, first_enum
        mcls._check_for_existing_members_(class_name, bases)
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    generated = base.__dict__.get('__dataclass_params__')
                    if generated is not None and generated.repr:
                        return _dataclass_repr
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    if (candidate or base) not in found:
                        found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {set(found)!r}')
        return found[0] if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        create = classdict.get('__new__')
        save_new = first_enum is not None and create is not None
        if (create is None and member_type is object and first_enum is not None
                and first_enum._new_member_ is object.__new__):
            create = object.__new__
        elif create is None:
            for method in ('__new_member__', '__new__'):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in (None, None.__new__, object.__new__,
                                      getattr(Enum, '__new__', None)):
                        create = target
                        break
                if create is not None:
                    break
            else:
                create = object.__new__
        if isinstance(create, staticmethod):
            create = create.__func__
        use_args = first_enum is not None and create is not object.__new__
        return create, save_new, use_args


def _shown(class_name, base):
    kind = 'flag' if Flag is not None and issubclass(base, Flag) else 'enum'
    return f'<{kind} {class_name!r}>'


EnumMeta = EnumType


def _dataclass_repr(self):
    shown = ', '.join(f'{name}={getattr(self, name)!r}'
                      for name, f in self.__dataclass_fields__.items() if f.repr)
    return f'{self.__class__.__qualname__}({shown})'


def _make_class_unpicklable(obj):
    def refuse(self, proto):
        raise TypeError(f'{self!r} cannot be pickled')
    if isinstance(obj, dict):
        obj['__reduce_ex__'] = refuse
        obj['__module__'] = '<unknown>'
    else:
        obj.__reduce_ex__ = refuse
        obj.__module__ = '<unknown>'


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for item in cls._member_map_.values():
                if item._value_ == value:
                    return item
        try:
            failed = None
            result = cls._missing_(value)
        except Exception as error:
            failed = error
            result = None
        try:
            if isinstance(result, cls):
                return result
            if (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                    and isinstance(result, int)):
                return result
            refused = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if result is None and failed is None:
                raise refused
            if failed is None:
                failed = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} '
                                   'instead of None or a valid member')
            if not isinstance(failed, ValueError):
                failed.__context__ = refused
            raise failed
        finally:
            failed = refused = None

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values)[-1]
            return last + 1
        except TypeError:
            import warnings
            warnings.warn(
                'In 3.13 the default `auto()`/`_generate_next_value_` will require all values to '
                'be sortable and support adding +1\nand the value returned will be the largest '
                'value in the enum incremented by 1', DeprecationWarning, stacklevel=4)
            for last in last_values:
                try:
                    return last + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        shown = set()
        if self._member_type_ is not object:
            shown = set(object.__dir__(self))
        shown |= {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        for name in getattr(self, '__dict__', ()):
            if name[0] != '_':
                shown.add(name)
        for cls in self.__class__.__mro__:
            for name, value in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if isinstance(value, property):
                    if value.fget is not None or name not in self._member_map_:
                        shown.add(name)
                    else:
                        shown.discard(name)
                else:
                    shown.add(name)
        return sorted(shown)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return getattr, (self.__class__, self._name_)

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Keeps the data type's way of being shown as text."""


class IntEnum(int, ReprEnum):
    """Members are ints too."""


class StrEnum(str, ReprEnum):
    """Members are strings too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f'errors must be a string, not {values[2]!r}')
        value = str(*values)
        item = str.__new__(cls, value)
        item._value_ = value
        return item

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def _reduce_ex_by_global_name(self, proto):
    return self.name


class FlagBoundary(StrEnum):
    """What becomes of bits that have no name."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=CONFORM):
    """Members can be combined."""

    _numeric_repr_ = repr

    def __reduce_ex__(self, proto):
        from operator import or_ as _or_
        cls = self.__class__
        named = self._value_ & cls._flag_mask_
        unnamed = self._value_ & ~cls._flag_mask_
        if named and unnamed:
            return _or_, (cls(named), unnamed)
        for bit in _iter_bits_lsb(named):
            rest = named & ~bit
            if rest:
                return _or_, (cls(rest), cls(bit))
            break
        if self._name_ is None:
            return cls, (self._value_,)
        return getattr, (cls, self._name_)

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            high = _high_bit(last)
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None
        return 2 ** (high + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, every = cls._flag_mask_, cls._all_bits_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n'
                                 f'    given {bin(value, width)}\n  allowed {bin(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            value = every + 1 + value
        unknown = value & ~mask
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        parts = []
        combined = 0
        for item in cls._iter_member_(value):
            parts.append(item)
            combined |= item._value_
        if parts:
            named = '|'.join(item._name_ for item in parts)
            rest = value & ~combined
            made._name_ = named if not rest else f'{named}|{cls._numeric_repr_(rest)}'
        else:
            made._name_ = None
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {shown(self._value_)}>'
        return f'<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        # The bits of the other operand; None where it is none of ours.
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._flag_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints too, and can be combined with ints."""


def unique(enumeration):
    duplicates = [(name, item.name) for name, item in enumeration.__members__.items()
                  if name != item.name]
    if duplicates:
        details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


def _power_of_two(value):
    return value >= 1 and value == 2 ** _high_bit(value)


def global_enum_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    if _is_single_bit(self._value_):
        return f'{module}.{self._name_}'
    if self._boundary_ is not FlagBoundary.KEEP:
        return '|'.join(f'{module}.{name}' for name in self._name_.split('|'))
    names = self._name_.split('|')
    return '|'.join(name if name[0].isdigit() else f'{module}.{name}' for name in names)


def global_str(self):
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


class EnumCheck(StrEnum):
    """What `verify` looks at."""
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _unique(self, enumeration):
        found = [(name, item.name) for name, item in enumeration.__members__.items()
                 if name != item.name]
        if found:
            details = ', '.join(f'{alias} -> {name}' for alias, name in found)
            raise ValueError(f'aliases found in {enumeration!r}: {details}')

    def _continuous(self, enumeration):
        values = {item.value for item in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            kind = 'flag'
            missing = [2 ** i for i in range(_high_bit(low) + 1, _high_bit(high))
                       if 2 ** i not in values]
        else:
            kind = 'enum'
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            shown = ', '.join(str(value) for value in missing)
            text = f'invalid {kind} {enumeration.__name__!r}: missing values {shown}'
            raise ValueError(text[:256])

    def _named(self, enumeration):
        values = {item.value for item in enumeration}
        named = set(enumeration._member_map_)
        names, missing = [], 0
        for name, item in enumeration._member_map_.items():
            if name in enumeration._member_names_ or item.value < 0:
                continue
            lacking = [bit for bit in _iter_bits_lsb(item.value) if bit not in values]
            if lacking:
                names.append(name)
                missing |= sum(lacking)
        if not names:
            return
        if len(names) == 1:
            what = f'alias {names[0]} is missing'
        else:
            what = f'aliases {", ".join(names[:-1])} and {names[-1]} are missing'
        value = (f'value 0x{missing:x}' if _is_single_bit(missing)
                 else f'combined values of 0x{missing:x}')
        raise ValueError(f'invalid Flag {enumeration.__name__!r}: {what} {value} '
                         '[use enum.show_flag_values(value) for details]')


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    def convert(cls):
        body = etype.__class__.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__'):
                body[name] = value
        keywords = {} if boundary is None else {'boundary': boundary}
        made = etype.__class__(cls.__name__, (etype,), body, **keywords)
        made.__qualname__ = cls.__qualname__
        return made
    return convert


def _test_simple_enum(checked_enum, simple_enum):
    failed = []
    for name in sorted(set(checked_enum.__members__) | set(simple_enum.__members__)):
        one = checked_enum.__members__.get(name)
        other = simple_enum.__members__.get(name)
        if one is None or other is None:
            failed.append(f'{"extra" if one is None else "missing"} member: {name!r}')
        elif one.value != other.value or one.name != other.name:
            failed.append(f'{name!r}: {one!r} != {other!r}')
    if failed:
        raise TypeError('enum mismatch:\n   ' + '\n   '.join(failed))
