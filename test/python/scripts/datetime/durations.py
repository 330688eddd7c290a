"""timedelta: made of many units, normalised, with exact arithmetic."""
from datetime import timedelta

for duration in (timedelta(), timedelta(1), timedelta(seconds=-1), timedelta(hours=25, minutes=1.5),
                 timedelta(days=1, hours=2, minutes=3, seconds=4.5, milliseconds=7, microseconds=8),
                 timedelta(weeks=2), timedelta(0.5), timedelta(microseconds=0.5),
                 timedelta(microseconds=1.5), timedelta(seconds=1e-7), timedelta(days=-1.5)):
    print(duration, repr(duration), duration.total_seconds(), duration.days, duration.seconds,
          duration.microseconds, bool(duration))
hour = timedelta(hours=1)
print(hour * 3, 2 * hour, hour * 0.1, hour / 7, hour / 0.3, hour // 7, -hour, abs(-hour), +hour)
print(hour / timedelta(minutes=7), hour // timedelta(minutes=7), hour % timedelta(minutes=7),
      divmod(hour, timedelta(minutes=-7)))
print(hour + hour, hour - 3 * hour, sum([hour] * 30, timedelta()), hour < 2 * hour, hour == timedelta(minutes=60))
print(timedelta.max, timedelta.min, timedelta.resolution, hash(hour) == hash(timedelta(minutes=60)))
for attempt in (lambda: timedelta('1'), lambda: timedelta(10**9), lambda: timedelta(10**12), lambda: hour / 0,
                lambda: hour // timedelta(), lambda: hour + 1, lambda: hour < 1, lambda: hour * hour,
                lambda: hour * 'a', lambda: 1 / hour, lambda: hour * float('nan'), lambda: timedelta.max * 2):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
