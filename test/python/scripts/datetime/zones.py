"""Zones: aware moments, conversions, offsets in texts, a zone of one's own."""
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

noon = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
east = timezone(timedelta(hours=5, minutes=30))
west = timezone(timedelta(hours=-5), 'EST')
print(noon, repr(noon), noon.tzname(), noon.utcoffset(), noon.dst(), UTC is timezone.utc)
print(noon.astimezone(east), repr(noon.astimezone(west)), noon.astimezone(west).strftime('%H:%M %z %Z'))
print(east, repr(east), west, timezone(timedelta(seconds=-61)), timezone(timedelta(0)))
print(noon == noon.astimezone(west), noon - noon.astimezone(east), noon < datetime(2024, 1, 1, 12, 1, tzinfo=west))
print(noon.timestamp(), datetime.fromtimestamp(1704110400.5, east), datetime.utcfromtimestamp(86400.25))
print(time(1, tzinfo=east), repr(time(1, tzinfo=west)), time(1, 2, 3, 4, fold=1))
print(hash(noon) == hash(noon.astimezone(east)), noon.replace(tzinfo=None), noon.utctimetuple())


class Summer(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=1) + self.dst(moment)

    def dst(self, moment):
        return timedelta(hours=1 if 3 < moment.month < 11 else 0)

    def tzname(self, moment):
        return 'summer' if self.dst(moment) else 'winter'


for month in (1, 6):
    moment = datetime(2024, month, 1, tzinfo=Summer())
    print(moment, moment.tzname(), moment.dst(), datetime(2024, month, 1, tzinfo=UTC).astimezone(Summer()))
for attempt in (lambda: timezone(timedelta(days=1)), lambda: timezone(1), lambda: timezone(timedelta(0), 1),
                lambda: noon < datetime(2024, 1, 1), lambda: noon - datetime(2024, 1, 1),
                lambda: noon == datetime(2024, 1, 1, 12), lambda: tzinfo().utcoffset(None),
                lambda: time(1) < time(1, tzinfo=UTC)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
