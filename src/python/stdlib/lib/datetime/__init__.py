"""https://docs.python.org/3.11/library/datetime.html"""

from ._delta import timedelta, timezone, tzinfo
from ._date import date
from ._time import time
from ._moment import datetime

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

MINYEAR = 1
MAXYEAR = 9999
UTC = timezone.utc
