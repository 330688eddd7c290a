"""Exceptions with their tracebacks; filters; adapters."""
import logging
import sys

log = logging.getLogger('e')
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter('%(levelname)s: %(message)s'))
log.addHandler(out)
log.propagate = False
try:
    {}['missing']
except KeyError as error:
    log.exception('it failed: %s', error)
    log.error('without')
    log.warning('with', exc_info=True)
log.error('given', exc_info=ValueError('made'))


class NoSecrets(logging.Filter):
    def filter(self, record):
        return 'secret' not in record.getMessage()


log.addFilter(NoSecrets())
log.error('a secret')
log.error('no such thing')
out.addFilter(lambda record: record.levelno >= logging.ERROR)
log.warning('dropped by the handler')
log.critical('kept')
print(logging.Filter('a.b').filter(logging.makeLogRecord({'name': 'a.b.c'})),
      logging.Filter('a.b').filter(logging.makeLogRecord({'name': 'a.bc'})))


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f'[{self.extra["run"]}] {msg}', kwargs


adapter = Prefix(log, {'run': 7})
adapter.error('adapted %d', 1)
print(adapter, adapter.name, adapter.isEnabledFor(10))
print(out, logging.NullHandler(), log.handlers == [out])


class Collect(logging.Handler):
    def __init__(self):
        super().__init__(level=logging.ERROR)
        self.texts = []

    def emit(self, record):
        self.texts.append(self.format(record))


collect = Collect()
log.addHandler(collect)
log.error('collected')
log.removeHandler(collect)
log.error('not collected')
print(collect.texts)
sys.stderr = sys.stdout
logging.getLogger('nobody').warning('last resort')
logging.getLogger('nobody').info('not shown')
