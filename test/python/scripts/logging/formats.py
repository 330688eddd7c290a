"""Formatters: three styles, fields of records, what they refuse."""
import logging
import sys

log = logging.getLogger('formats')
log.propagate = False
out = logging.StreamHandler(sys.stdout)
log.addHandler(out)
log.warning('plain message: no formatter')


def inside():
    log.warning('from %(who)s', {'who': 'inside'})


for text, style in (
    ('%(levelname)-8s|%(name)10s|%(message)s|%(funcName)s|%(lineno)d|%(filename)s|%(module)s|%(levelno)03d', '%'),
    ('{levelname:>9}:{message!r}:{lineno:04}', '{'),
    ('$levelname ${message} $$', '$'),
):
    out.setFormatter(logging.Formatter(text, style=style))
    inside()
    log.error('100%', exc_info=False)
out.setFormatter(logging.Formatter('%(message)s %(extra)s', defaults={'extra': 'by default'}))
log.warning('with')
log.warning('with', extra={'extra': 'own'})
record = logging.makeLogRecord({'msg': 'm %d', 'args': (1,), 'name': 'n', 'levelname': 'L', 'created': 0, 'msecs': 7.0})
formatter = logging.Formatter('%(asctime)s %(message)s', datefmt='%Y')
formatter.converter = __import__('time').gmtime
print(record.getMessage(), formatter.format(record), formatter.formatTime(record), formatter.usesTime())
print(logging.Formatter().format(record), logging.BufferingFormatter().format([record, record]))
for attempt in (lambda: logging.Formatter('no field'), lambda: logging.Formatter('x', style='{'),
                lambda: logging.Formatter('$', style='$'), lambda: logging.Formatter(style='?'),
                lambda: logging.Formatter('%(nothing)s').format(record), lambda: log.warning('x', extra={'message': 1}),
                lambda: logging.Formatter('{a.b!z}', style='{')):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
