# https://docs.python.org/3.11/library/sysconfig.html
# There is no installation: what would name its files and compilers is None.

import sys

_VARIABLES = {
    'prefix': sys.prefix,
    'exec_prefix': sys.prefix,
    'py_version': '3.11.2',
    'py_version_short': '3.11',
    'py_version_nodot': '311',
    'EXT_SUFFIX': '.cpython-311-x86_64-linux-gnu.so',
    'SOABI': 'cpython-311-x86_64-linux-gnu',
    'Py_DEBUG': 0,
    'WITH_DOC_STRINGS': 1,
}


def get_config_var(name):
    return _VARIABLES.get(name)


def get_config_vars(*names):
    if names:
        return [_VARIABLES.get(name) for name in names]
    return dict(_VARIABLES)


def get_platform():
    return 'linux-x86_64'


def get_python_version():
    return '3.11'


def is_python_build(check_home=None):
    return False
