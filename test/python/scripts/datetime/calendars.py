"""calendar: weeks and months, as lists and as text."""
import calendar

print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1900, 2001), calendar.weekday(2024, 2, 29), calendar.monthrange(2024, 2))
print(calendar.month(2024, 2))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10, w=3))
print(calendar.monthcalendar(2024, 9))
print(calendar.calendar(2024, w=2, l=1, c=2, m=4))
print(list(calendar.month_name), calendar.day_abbr[0], calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.timegm((1970, 1, 1, 0, 1, 0)))
print(list(calendar.Calendar(6).iterweekdays()), [str(day) for day in calendar.Calendar().itermonthdates(2024, 2)][:3])
for attempt in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9)):
    try:
        print(attempt())
    except ValueError as error:
        print(error)
