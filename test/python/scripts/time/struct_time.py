"""time: moments as tuples, and as text."""
import time

start = time.gmtime(0)
print(start, start.tm_year, start[1], len(start), start[:3], start.tm_zone, start.tm_gmtoff)
print(time.gmtime(1709251199.9), time.gmtime(-1).tm_year)
print(time.strftime('%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %U %w %%', time.gmtime(1e9)))
print(time.asctime(start), time.strptime('30 Nov 00', '%d %b %y'))
print(time.strptime('2024-02-29', '%Y-%m-%d').tm_yday, time.struct_time(range(9)))
print(time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, -1)) < start, tuple(start) == start)
for attempt in (lambda: time.gmtime('x'), lambda: time.strftime(3), lambda: time.strftime('%Y', (1, 2)),
                lambda: time.strptime('x', '%d'), lambda: time.struct_time((1, 2)), lambda: time.sleep(-1),
                lambda: time.sleep('x'), lambda: time.strftime('%d', (2024, 13, 1, 0, 0, 0, 0, 1, 0)),
                lambda: time.gmtime(float('nan'))):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
