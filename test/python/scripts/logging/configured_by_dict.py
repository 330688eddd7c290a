"""dictConfig: formatters, filters, handlers and loggers from one dict."""
import logging
import logging.config
import sys


class OnlyShort(logging.Filter):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def filter(self, record):
        return len(record.getMessage()) <= self.limit


before = logging.getLogger('before')
logging.config.dictConfig({
    'version': 1,
    'formatters': {'short': {'format': '%(levelname)s:%(message)s'}, 'brace': {'format': '{name}|{message}', 'style': '{'}},
    'filters': {'short': {'()': OnlyShort, 'limit': 8}},
    'handlers': {
        'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'short', 'level': 'INFO'},
        'named': {'class': 'logging.StreamHandler', 'stream': sys.stdout, 'formatter': 'brace', 'filters': ['short']},
    },
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['named'], 'propagate': True}},
    'root': {'level': 'WARNING', 'handlers': ['out']},
})
app = logging.getLogger('app')
app.debug('low')
app.info('info')
app.warning('a message that is long')
logging.getLogger('other').warning('other')
before.warning('disabled')
print(before.disabled, app.handlers[0].name)
for wrong in ({}, {'version': 2}, {'version': 1, 'handlers': {'x': {'class': 'logging.Nothing'}}},
              {'version': 1, 'root': {'handlers': ['none']}}, {'version': 1, 'loggers': {'a': {'level': 'LOUD'}}}):
    try:
        logging.config.dictConfig(wrong)
    except ValueError as error:
        print(error)
