"""https://docs.python.org/3.11/library/platform.html: the Python and system that programs find here."""

import posix
import sys
from collections import namedtuple

_Uname = namedtuple('uname_result', 'system node release version machine')


def _uname_result():
    unknown = posix.refuse('the name of this machine')
    return _Uname('Linux', unknown, unknown, unknown, 'x86_64')


def uname():
    return _uname_result()


def system():
    return 'Linux'


def node():
    return posix.refuse('platform.node')


def release():
    return posix.refuse('platform.release')


def version():
    return posix.refuse('platform.version')


def machine():
    return 'x86_64'


def processor():
    return ''


def platform(aliased=False, terse=False):
    return posix.refuse('platform.platform')


def architecture(executable='', bits='', linkage=''):
    return '64bit', 'ELF'


def python_version():
    return '.'.join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_implementation():
    return 'CPython'


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    return 'main', ''


def python_compiler():
    return ''


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    return release, version, csd, ptype


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return 'glibc', '2.36'
