"""Files that begin anew when they are large, and records kept in memory."""
import logging
import logging.handlers
import os
import sys
import tempfile

os.chdir(tempfile.mkdtemp())
log = logging.getLogger('rotating')
log.propagate = False
log.setLevel(logging.DEBUG)
handler = logging.handlers.RotatingFileHandler('run.log', maxBytes=30, backupCount=2)
log.addHandler(handler)
for i in range(6):
    log.info('message %d of six', i)
handler.close()
log.removeHandler(handler)
for name in sorted(os.listdir('.')):
    print(name, repr(open(name).read()))
out = logging.StreamHandler(sys.stdout)
memory = logging.handlers.MemoryHandler(10, target=out)
log.addHandler(memory)
log.info('kept')
log.debug('kept too')
print('now', len(memory.buffer))
log.error('all at once')
print(len(memory.buffer))
