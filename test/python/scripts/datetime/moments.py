"""datetime: fields, texts, arithmetic, comparison."""
from datetime import date, datetime, time, timedelta

moment = datetime(2024, 5, 6, 7, 8, 9, 123456)
print(moment, repr(moment), moment.isoformat(), moment.isoformat(' ', 'milliseconds'))
print(*(moment.isoformat(timespec=spec) for spec in ('hours', 'minutes', 'seconds', 'microseconds')))
print(repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 5)), datetime(2024, 1, 1))
print(moment.date(), moment.time(), datetime.combine(date(2020, 1, 2), time(3, 4)))
print(moment.strftime('%Y-%m-%d %H:%M:%S.%f %I:%M %p %c|%%|%X'), f'{moment:%H:%M}')
print(moment + timedelta(hours=20), moment - timedelta(days=400), moment - datetime(2024, 1, 1))
print(moment.replace(hour=0, microsecond=0), moment.timetuple().tm_yday, moment.ctime())
print(moment > datetime(2024, 5, 6), moment == moment.replace(), max(moment, datetime.min), moment == date(2024, 5, 6))
print(datetime.min, datetime.max, datetime.resolution, isinstance(moment, date))


class Stamp(datetime):
    pass


print(repr(Stamp(2024, 1, 1)), type(Stamp(2024, 1, 1) + timedelta(1)).__name__)
for attempt in (lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 0, 60),
                lambda: datetime(2024, 1, 1, 0, 0, 0, 10**6), lambda: datetime(2024, 1, 1, tzinfo=1),
                lambda: moment < date(2024, 1, 1), lambda: moment - 1, lambda: moment + moment,
                lambda: moment.isoformat(timespec='days'), lambda: moment.isoformat('ab'),
                lambda: datetime.combine(1, 2), lambda: datetime.max + timedelta(microseconds=1)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
