"""date: making, showing, counting days."""
from datetime import date, timedelta

day = date(2024, 2, 29)
print(day, repr(day), day.year, day.month, day.day, day.weekday(), day.isoweekday())
print(day.isocalendar(), day.isocalendar().week, day.toordinal(), date.fromordinal(738945))
print(day.strftime('%A %d %B %Y, day %j, weeks %U %W %V %G, %a %b %y %x'), f'{day:%d.%m.%y}|{day}')
print(day + timedelta(days=1), day - timedelta(weeks=52), day - date(2023, 2, 28))
print(day.replace(year=2020), day.timetuple(), day.ctime())
print(date.fromisoformat('2024-03-01'), date.fromisoformat('20240301'), date.fromisoformat('2024-W10-5'))
print(date.fromisocalendar(2020, 53, 7), date.min, date.max, date.resolution)
print(day < date(2024, 3, 1), day == date(2024, 2, 29), sorted([day, date(2023, 1, 1)]), {day: 1}[day])
for attempt in (lambda: date(2023, 2, 29), lambda: date(2024, 13, 1), lambda: date(0, 1, 1),
                lambda: date('2024', 1, 1), lambda: date(2024, 1.0, 1), lambda: date(2024),
                lambda: date.max + timedelta(1), lambda: day + 1, lambda: day + day, lambda: day < 3,
                lambda: date.fromisoformat('2024-3-1'), lambda: date.fromisoformat(3),
                lambda: date.fromordinal(0), lambda: date.fromisocalendar(2021, 53, 1),
                lambda: day.replace(year=2023)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
