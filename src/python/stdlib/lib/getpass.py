"""https://docs.python.org/3.11/library/getpass.html"""

import os
import posix


class GetPassWarning(UserWarning):
    pass


def getpass(prompt='Password: ', stream=None):
    return posix.refuse('getpass.getpass')


def getuser():
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        if os.environ.get(name):
            return os.environ[name]
    return posix.refuse('getpass.getuser without an environment')
