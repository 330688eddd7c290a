"""strptime and fromisoformat: texts as moments, and what they refuse."""
from datetime import datetime, time

for text, form in (
    ('2024-01-02 03:04:05', '%Y-%m-%d %H:%M:%S'), ('Jan  5, 2021', '%b %d, %Y'),
    ('12/25/99 11PM', '%m/%d/%y %I%p'), ('2024-01-01 +0530', '%Y-%m-%d %z'), ('2024 100', '%Y %j'),
    ('10:11:12.5', '%H:%M:%S.%f'), ('Monday 7 MAY', '%A %d %b'), ('2024 10 1', '%Y %W %w'),
    ('2020 53 7', '%G %V %u'), ('Tue Mar  5 01:02:03 2024', '%c'), ('x', '%Y'), ('2024-01-01 x', '%Y-%m-%d'),
    ('2021-02-30', '%Y-%m-%d'), ('1', '%Q'), ('2024', '%Y%'), ('10 V', '%V V'), ('a+b', 'a+b'),
):
    try:
        print(repr(datetime.strptime(text, form)))
    except ValueError as error:
        print(error)
for text in ('2024-01-02', '20240102', '2024-W01-1', '2024-01-02T03:04:05', '2024-01-02 03:04:05.123456',
             '2024-01-02T03:04:05Z', '2024-01-02T03:04:05+05:30', '20240102T030405', '2024-01-02T03',
             '2024-01-02T03:04:05.1', '2024-01-02T03:04:05,123', 'nope', '2024-13-01', '2024-01-02T25:00',
             '2024-1-2', '2024-01-02T', '2024-01-02T03:04:05-00:00', '2024-01-02T03:0405'):
    try:
        print(repr(datetime.fromisoformat(text)))
    except ValueError as error:
        print(error)
print(repr(time.fromisoformat('04:05')), repr(time.fromisoformat('T04:05:06.789+01:00')))
