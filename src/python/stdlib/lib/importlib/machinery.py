# https://docs.python.org/3.11/library/importlib.html#module-importlib.machinery
# Finding and describing modules. The import statement has its own finder, with the same rules; what
# is here serves programs that look for modules themselves.

import os as _os
import sys as _sys

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = ['.cpython-311-x86_64-linux-gnu.so', '.abi3.so', '.so']


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached = None
        self.has_location = False

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        fields = ('name', 'loader', 'origin', 'submodule_search_locations', 'cached', 'has_location')
        return all(getattr(self, field) == getattr(other, field) for field in fields)

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name


class _FileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def create_module(self, spec):
        return None

    def get_filename(self, fullname=None):
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def is_package(self, fullname):
        return _os.path.basename(self.path).rpartition('.')[0] == '__init__'


class SourceFileLoader(_FileLoader):
    def get_source(self, fullname):
        return self.get_data(self.path).decode('utf-8-sig')

    def get_code(self, fullname):
        return compile(self.get_data(self.path), self.path, 'exec')

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname=None):
        from importlib.util import _load, spec_from_file_location

        return _load(spec_from_file_location(fullname or self.name, self.path, loader=self))


class SourcelessFileLoader(_FileLoader):
    def exec_module(self, module):
        raise ImportError(f'bytecode is not supported yet: {self.path}', name=self.name, path=self.path)


class ExtensionFileLoader(_FileLoader):
    def exec_module(self, module):
        raise ImportError(f'compiled modules are not supported yet: {self.path}', name=self.name, path=self.path)


class NamespaceLoader:
    def __init__(self, name, path, path_finder=None):
        self._path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''


class BuiltinImporter:
    """Modules that are not files."""

    @staticmethod
    def create_module(spec):
        return None

    @classmethod
    def exec_module(cls, module):
        pass

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if path is None and fullname in _sys.builtin_module_names:
            return ModuleSpec(fullname, cls, origin='built-in')
        return None


class FrozenImporter(BuiltinImporter):
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


class FileFinder:
    """Finds in one directory, by loaders with their suffixes."""

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = path or '.'

    def find_spec(self, fullname, target=None):
        from importlib.util import spec_from_file_location

        base = _os.path.join(self.path, fullname.rpartition('.')[2])
        for suffix, loader in self._loaders:
            path = _os.path.join(base, '__init__' + suffix)
            if _os.path.isfile(path):
                return spec_from_file_location(
                    fullname, path, loader=loader(fullname, path), submodule_search_locations=[base]
                )
        for suffix, loader in self._loaders:
            if _os.path.isfile(base + suffix):
                return spec_from_file_location(fullname, base + suffix, loader=loader(fullname, base + suffix))
        if _os.path.isdir(base):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [base]
            return spec
        return None

    def invalidate_caches(self):
        pass

    def __repr__(self):
        return f'FileFinder({self.path!r})'


class PathFinder:
    """Finds in the directories of sys.path, or in those given."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        details = (
            (ExtensionFileLoader, EXTENSION_SUFFIXES),
            (SourceFileLoader, SOURCE_SUFFIXES),
        )
        portions = []
        for directory in _sys.path if path is None else path:
            spec = FileFinder(directory or _os.getcwd(), *details).find_spec(fullname)
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            portions.extend(spec.submodule_search_locations)
        if not portions:
            return None
        spec = ModuleSpec(fullname, NamespaceLoader(fullname, portions))
        spec.submodule_search_locations = portions
        return spec

    @staticmethod
    def invalidate_caches():
        pass
